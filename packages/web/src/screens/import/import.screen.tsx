import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import {
  type ImportView,
  type ListChoices,
  previewImport,
  takeImport,
} from '../../state/imports-api.ts';
import { useForm } from '../../state/use-form.ts';
import { ColumnChoices } from './column-choices.tsx';
import { countOf, people } from './counts.ts';
import { ImportRows } from './import-rows.tsx';
import { PastImports } from './past-imports.tsx';

/** Files of address books and spreadsheets; the server looks at the bytes, not at the name. */
const OFFERED = '.csv,.xlsx,.vcf,text/csv,text/vcard';
const NO_CHOICES: ListChoices = { map: {} };

/** For the owner: the clients of another program come in, after a look at what they would become. */
export function ImportScreen() {
  const [file, setFile] = useState<File>();
  const [choices, setChoices] = useState(NO_CHOICES);
  const [seen, setSeen] = useState<ImportView>();
  const [done, setDone] = useState<ImportView>();
  const [skipBad, setSkipBad] = useState(false);
  const { errors, isBusy, submit } = useForm();

  const look = (chosen: File, said: ListChoices) =>
    submit([], async () => {
      setDone(undefined);
      if (chosen !== file) setSeen(undefined);
      setFile(chosen);
      setChoices(said);
      setSeen(await previewImport(chosen, said));
    });
  const bad = seen ? countOf(seen, 'bad') : 0;
  const fresh = seen ? countOf(seen, 'new') : 0;
  const take = () => {
    if (!file) return;
    const wrong =
      bad > 0 && !skipBad
        ? [
            {
              text: `${bad} of the rows cannot be taken. Mend them in the file and choose it again, or leave them out`,
              field: 'skip-bad',
            },
          ]
        : [];
    submit(wrong, async () => {
      setDone(await takeImport(file, choices, skipBad));
      setSeen(undefined);
    });
  };

  return (
    <Page title="Import clients" audience="therapist" hasError={errors.length > 0}>
      <FormErrors title="Nothing was written" errors={errors} />
      <p>
        Bring the list of another program: a spreadsheet (XLSX or CSV) or contacts (vCard). Names,
        dates of birth and contact data are taken. You see first what every row would become.
      </p>
      <div className="field">
        <label htmlFor="list">The list</label>
        <p id="list-hint" className="hint">
          At most 10 MB. It is not kept.
        </p>
        <input
          id="list"
          type="file"
          accept={OFFERED}
          aria-describedby="list-hint"
          disabled={isBusy}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) look(chosen, NO_CHOICES);
          }}
        />
      </div>
      <Status>{isBusy ? 'Reading the list…' : summary(seen, done)}</Status>
      {seen && file ? (
        <>
          <ColumnChoices view={seen} choices={choices} onChange={(said) => look(file, said)} />
          <ImportRows rows={seen.rows} />
          {bad === 0 ? null : (
            <label className="choice">
              <input
                id="skip-bad"
                type="checkbox"
                checked={skipBad}
                onChange={({ target }) => setSkipBad(target.checked)}
              />
              <span>Leave out the {bad === 1 ? 'row' : `${bad} rows`} that cannot be taken</span>
            </label>
          )}
          {fresh === 0 ? null : (
            <div className="main-action">
              <button type="button" className="button button-main" disabled={isBusy} onClick={take}>
                Add {people(fresh)}
              </button>
            </div>
          )}
        </>
      ) : null}
      {done ? <ImportRows rows={done.rows} /> : null}
      <PastImports key={done?.id ?? ''} />
    </Page>
  );
}

function summary(seen: ImportView | undefined, done: ImportView | undefined): string {
  const view = done ?? seen;
  if (!view) return '';
  const [fresh, existing, bad] = (['new', 'existing', 'bad'] as const).map((outcome) =>
    countOf(view, outcome),
  );
  if (done) return `${people(fresh ?? 0)} added, ${existing} here already, ${bad} left out.`;
  if (view.needs !== null) return 'Something is missing before the rows can be read.';
  return `${fresh} new, ${existing} here already, ${bad} cannot be taken. Nothing is written yet.`;
}
