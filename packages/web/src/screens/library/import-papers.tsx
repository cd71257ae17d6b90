import { type KnownPaper, readPapers } from '@assuage/evidence';
import { type FormEvent, useState } from 'react';
import { DateBoxes, type DateParts, partsOf } from '../../components/date-boxes.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { Status } from '../../components/status.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type Batch, batchOf, type Review, type Search } from '../../state/review.ts';
import { useForm } from '../../state/use-form.ts';
import { useToday } from '../../state/use-today.ts';
import { libraryTexts as texts } from './library.words.ts';

/** Files as PubMed and programs for references save them; what is read is told by what stands in them. */
const OFFERED = '.nbib,.txt,.xml,.ris,.bib,text/plain,application/xml,text/xml';
/** As the server takes them. */
const MOST_PAPERS = 2000;

interface ImportPapersProps {
  readonly review: Review;
  readonly library: readonly KnownPaper[];
  readonly onAdd: (search: Search) => Promise<void>;
}

/** A file of a search: looked at in the page, and added with what was searched and when. */
export function ImportPapers({ review, library, onAdd }: ImportPapersProps) {
  const today = useToday();
  const [where, setWhere] = useState('PubMed');
  const [query, setQuery] = useState('');
  const [on, setOn] = useState<DateParts>(() => partsOf(today));
  const [batch, setBatch] = useState<Batch>();
  const [said, setSaid] = useState('');
  /** Another file begins with an empty box. */
  const [round, setRound] = useState(0);
  const { errors, isBusy, submit } = useForm();

  const look = (file: File) =>
    submit([], async () => {
      setBatch(undefined);
      setSaid('');
      const read = readPapers(await file.text());
      if (!read.ok) throw new Error(`${file.name}: ${read.why}`);
      const found = batchOf(read, review, library);
      if (found.fresh.length > MOST_PAPERS) throw new Error(texts.tooMany(MOST_PAPERS));
      setBatch(found);
    });
  const date = dateIn(on);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wrong = [
      ...(batch ? [] : [{ text: texts.noFile, field: 'papers-file' }]),
      ...(date === undefined ? [{ text: texts.noDate, field: 'searched-day' }] : []),
    ];
    submit(wrong, async () => {
      if (!batch || date === undefined) return;
      await onAdd({
        kind: 'search',
        where,
        query,
        on: date,
        papers: [...batch.fresh],
        duplicates: batch.duplicates,
        unreadable: batch.unreadable.length,
      });
      setSaid(texts.added(batch.fresh.length));
      setBatch(undefined);
      setRound(round + 1);
    });
  };

  return (
    <form onSubmit={add} noValidate>
      <FormErrors title={texts.importErrors} errors={errors} />
      <div className="field">
        <label htmlFor="papers-file">{texts.file}</label>
        <p id="papers-file-hint" className="hint">
          {texts.fileHint}
        </p>
        <input
          key={round}
          id="papers-file"
          type="file"
          accept={OFFERED}
          aria-describedby="papers-file-hint"
          disabled={isBusy}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) look(chosen);
          }}
        />
      </div>
      <Status>{batch ? readLine(batch) : isBusy ? texts.reading : said}</Status>
      {batch && batch.unreadable.length > 0 ? (
        <details>
          <summary>{texts.unreadable}</summary>
          <ul>
            {batch.unreadable.map(({ line, why }) => (
              <li key={`${line} ${why}`}>{texts.line(line, why)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {batch ? (
        <>
          <TextField id="searched-where" label={texts.where} value={where} onChange={setWhere} />
          <TextField
            id="searched-for"
            label={texts.query}
            hint={texts.queryHint}
            value={query}
            onChange={setQuery}
          />
          <DateBoxes id="searched" legend={texts.searchedOn} parts={on} onChange={setOn} />
          <button type="submit" className="button button-main" disabled={isBusy}>
            {batch.fresh.length === 0 ? texts.nothingNew : texts.add(batch.fresh.length)}
          </button>
        </>
      ) : null}
    </form>
  );
}

const readLine = ({ fresh, duplicates, inKnowledge, unreadable }: Batch): string =>
  texts.read(fresh.length, duplicates, inKnowledge, unreadable.length);

/** The server knows the calendar; here only what is no date at all is told. */
function dateIn({ day, month, year }: DateParts): string | undefined {
  const date = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined;
}
