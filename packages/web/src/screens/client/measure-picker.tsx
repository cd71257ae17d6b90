import type { Measure, MeasureAsk, Measures } from '@assuage/knowledge';
import { useId, useState } from 'react';
import type { BodyOf } from '../../state/record.ts';
import { MeasureForm } from './measure-form.tsx';
import type { ClientView } from './view.ts';

interface MeasurePickerProps {
  readonly view: ClientView;
  readonly measures: Measures;
  readonly due: readonly MeasureAsk[];
  readonly others: readonly Measure[];
  readonly onAdd: (body: BodyOf<'score'>) => void;
}

/** Which form, then the form. */
export function MeasurePicker({ view, measures, due, others, onAdd }: MeasurePickerProps) {
  const [chosen, setChosen] = useState('');
  const id = useId();
  const measure = measures.measures.find((one) => one.id === chosen);
  const ask = due.find((one) => one.measure === chosen);
  const nameOf = (of: string) => measures.measures.find((one) => one.id === of)?.name ?? of;
  return (
    <>
      <div className="field narrow">
        <label htmlFor={id}>Which form?</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">Choose one</option>
          <optgroup label="Due now">
            {due.map((one) => (
              <option key={one.measure} value={one.measure}>
                {nameOf(one.measure)}
              </option>
            ))}
          </optgroup>
          <optgroup label="All others">
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {measure ? (
        <MeasureForm
          key={measure.id}
          view={view}
          measure={measure}
          release={measures.release}
          scales={ask?.scales}
          onAdd={(body) => {
            setChosen('');
            onAdd(body);
          }}
        />
      ) : null}
    </>
  );
}
