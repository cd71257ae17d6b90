export type { Effect } from './pooling/effect.ts';
