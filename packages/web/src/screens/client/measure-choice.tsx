import type { Measures } from '@assuage/knowledge';
import { useMemo, useState } from 'react';
import { whenSaid } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import type { BodyOf } from '../../state/record.ts';
import { choiceFrom, trackable } from '../../state/scores.ts';
import { rhythmText, trackTexts as texts } from './measure-choice.words.ts';
import type { ClientView } from './view.ts';

interface MeasureChoiceProps {
  readonly view: ClientView;
  readonly measures: Measures;
  /** Ids of the client's conditions. */
  readonly conditions: readonly string[];
  readonly onChoose: (body: BodyOf<'measure-choice'>) => void;
}

/** Which forms and ratings this client is asked, in which rhythm, and who chose so. */
export function MeasureChoice({ view, measures, conditions, onChoose }: MeasureChoiceProps) {
  const { record, today } = view;
  const choice = record.measureChoice;
  const rows = useMemo(
    () => trackable(measures, conditions, choice),
    [measures, conditions, choice],
  );
  const asked = rows.filter(({ isAsked }) => isAsked);
  return (
    <div>
      <h3>{texts.title}</h3>
      {asked.length === 0 ? <p>{texts.nothing}</p> : <Asked rows={asked} />}
      <p className="hint">
        {choice === undefined
          ? texts.usual
          : texts.chosen(choice.by.name, whenSaid(choice.on, today))}
      </p>
      <WriteFold summary={texts.open}>
        <Boxes
          // Another choice begins the boxes anew.
          key={choice?.entry ?? ''}
          rows={rows}
          onSave={(wanted) => onChoose(choiceFrom(measures, conditions, choice, wanted))}
        />
      </WriteFold>
    </div>
  );
}

/** A line for each rhythm, in the order of the list. */
function Asked({ rows }: { readonly rows: ReturnType<typeof trackable> }) {
  const rhythms = [...Map.groupBy(rows, ({ when }) => rhythmText(when))];
  return (
    <ul>
      {rhythms.map(([rhythm, those]) => (
        <li key={rhythm}>
          <b>{rhythm}</b>: {those.map(({ name }) => name.replace(ENDS, '')).join('; ')}
        </li>
      ))}
    </ul>
  );
}

/** Every rating has the same ends, which need not be said in a list of them. */
const ENDS = /, 0 to 10$/;

interface BoxesProps {
  readonly rows: ReturnType<typeof trackable>;
  readonly onSave: (wanted: ReadonlySet<string>) => void;
}

function Boxes({ rows, onSave }: BoxesProps) {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(
    () => new Set(rows.flatMap(({ id, isAsked }) => (isAsked ? [id] : []))),
  );
  const turn = (id: string, isOn: boolean) =>
    setWanted(new Set(isOn ? [...wanted, id] : [...wanted].filter((one) => one !== id)));
  return (
    <>
      <p>{texts.what}</p>
      <fieldset className="choices">
        <legend>{texts.legend}</legend>
        {rows.map(({ id, name, when }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={wanted.has(id)}
              onChange={(event) => turn(id, event.target.checked)}
            />
            <span>
              {name}, <span className="hint">{rhythmText(when)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="hint">{texts.inTests}</p>
      <button type="button" className="button" onClick={() => onSave(wanted)}>
        {texts.save}
      </button>
    </>
  );
}
