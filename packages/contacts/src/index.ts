export type { DateOrder } from './days.ts';
export {
  type Doer,
  type PastImport,
  pastImports,
  type TakenBack,
  takeBack,
  takeClients,
} from './import.ts';
export { type JudgedRow, judge } from './judge.ts';
export {
  type ClientList,
  type Column,
  FIELDS,
  type Field,
  type ListedClient,
  type ListOptions,
  type Need,
} from './listed.ts';
export { readClientList } from './read-list.ts';
export { cardsOf } from './vcard/write-cards.ts';
