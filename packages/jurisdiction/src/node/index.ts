export { readJurisdictions } from './read.ts';
