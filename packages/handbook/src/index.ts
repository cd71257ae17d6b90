export { correctionOf } from './correction.ts';
export { createHandbook } from './handbook.ts';
export { groupLimits, type LimitGroup } from './limit-groups.ts';
export * from './page.ts';
