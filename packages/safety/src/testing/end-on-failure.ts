/** For mutation testing: one failing example is enough, the smallest one is not searched for. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
