export { correctionOf } from './correction.ts';
export { createHandbook } from './handbook.ts';
export * from './page.ts';
