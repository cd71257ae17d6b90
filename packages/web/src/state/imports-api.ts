/** What the page asks of the server about client lists of other programs. */
import type { ImportView, PastImportView, TakenBackView } from '@assuage/server';
import { ask, send } from './api.ts';
import { base64Of } from './files.ts';

export type { ImportRow, ImportView, PastImportView, TakenBackView } from '@assuage/server';

export type Field = NonNullable<ImportView['columns'][number]['field']>;
/** What only a person can say about a list. */
export interface ListChoices {
  /** By header; null: not imported. */
  readonly map: Readonly<Record<string, Field | null>>;
  readonly dates?: 'dmy' | 'mdy';
  readonly sheet?: string;
}

export const previewImport = async (file: Blob, choices: ListChoices): Promise<ImportView> =>
  send('/api/imports/preview', { content: await base64Of(file), ...choices });
/** @param skipBad leaves out the rows that cannot be taken */
export const takeImport = async (
  file: Blob,
  choices: ListChoices,
  skipBad: boolean,
): Promise<ImportView> =>
  send('/api/imports', { content: await base64Of(file), ...choices, skipBad });
export const getImports = (): Promise<readonly PastImportView[]> => ask('/api/imports');
export const undoImport = (id: string): Promise<TakenBackView> =>
  send(`/api/imports/${encodeURIComponent(id)}/undo`, {});
