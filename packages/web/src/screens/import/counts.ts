import type { ImportRow, ImportView } from '../../state/imports-api.ts';

export const countOf = ({ rows }: ImportView, wanted: ImportRow['outcome']): number =>
  rows.filter(({ outcome }) => outcome === wanted).length;

export const people = (many: number): string => (many === 1 ? '1 client' : `${many} clients`);
