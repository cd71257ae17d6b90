import { longDate, whenSaid } from '../../components/times.ts';
import { useMayWrite, WriteFold } from '../../components/write-fold.tsx';
import { sizeText } from '../../state/files.ts';
import type { FileEntry } from '../../state/record.ts';
import { type Write, writerOf } from '../../state/writer.ts';
import { FILE_WORDS } from './entries.words.ts';
import { ChangeFile } from './file-change.tsx';
import { FileForm } from './file-form.tsx';
import type { SectionProps } from './view.ts';

/** Photos, scans and letters of others: to add, to open, to rename and to withdraw. */
export function Files({ view, handle }: SectionProps) {
  const { record, today } = view;
  const write = writerOf(view, handle);
  const newest = [...record.files].reverse();
  const standing = newest.filter((file) => file.withdrawn === undefined);
  const withdrawn = newest.filter((file) => file.withdrawn !== undefined);
  const listed = (files: readonly FileEntry[]) => (
    <ul className="timeline">
      {files.map((file) => (
        <FileLine
          key={file.entry}
          file={file}
          client={record.client.id}
          today={today}
          write={write}
        />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="files">
      <h2 id="files">Files and photos</h2>
      {standing.length === 0 ? (
        <p>
          No files yet. Photos of the skin or of posture, letters from clinicians and test results
          can be kept here.
        </p>
      ) : (
        listed(standing)
      )}
      {withdrawn.length === 0 ? null : (
        <details>
          <summary>Withdrawn files ({withdrawn.length})</summary>
          {listed(withdrawn)}
        </details>
      )}
      <WriteFold summary="Add a file or a photo">
        <FileForm view={view} onAdded={handle.take} />
      </WriteFold>
    </section>
  );
}

/** What a browser shows by itself. */
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

interface FileLineProps {
  readonly file: FileEntry;
  readonly client: string;
  readonly today: string;
  readonly write: Write;
}

function FileLine({ file, client, today, write }: FileLineProps) {
  const mayWrite = useMayWrite();
  const { entry, title, firstTitle, what, dated, type, bytes, by, on, withdrawn } = file;
  const address = `/api/clients/${client}/files/${entry}`;
  return (
    <li>
      <p>
        <b>{title}</b>
      </p>
      <p className="hint">
        {FILE_WORDS[what]}, {longDate(dated)}, {sizeText(bytes)}. Added by {by.name},{' '}
        {whenSaid(on, today)}.{firstTitle === undefined ? null : ` Was called “${firstTitle}”.`}
      </p>
      {withdrawn === undefined ? null : (
        <p className="notice">
          <b>
            Withdrawn by {withdrawn.by}, {whenSaid(withdrawn.on, today)}:
          </b>{' '}
          {withdrawn.reason}
        </p>
      )}
      <div className="buttons no-print">
        {SHOWN.has(type) ? (
          <a className="button" href={address} target="_blank" rel="noreferrer">
            Open<span className="visually-hidden"> {title} in a new tab</span>
          </a>
        ) : (
          <a className="button" href={address} download>
            Download<span className="visually-hidden"> {title}</span>
          </a>
        )}
      </div>
      {mayWrite && withdrawn === undefined ? <ChangeFile file={file} write={write} /> : null}
    </li>
  );
}
