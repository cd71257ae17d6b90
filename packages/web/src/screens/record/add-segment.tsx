import type { Engine } from '@assuage/safety';
import { useId, useState } from 'react';
import { PRESSURES } from '../../components/pressure.words.ts';
import type { SessionSegment } from '../../state/record.ts';

interface AddSegmentProps {
  readonly engine: Engine;
  readonly onAdd: (segment: SessionSegment) => void;
}

const MINUTES = [5, 10, 15, 20, 30];

/** An area that was not in the plan: four lists, no typing. */
export function AddSegment({ engine, onAdd }: AddSegmentProps) {
  const { zones, parts } = engine.body.data;
  const techniques = engine.techniques
    .filter(({ group, neverPlanned }) => !group && !neverPlanned)
    .sort((a, b) => a.name.localeCompare(b.name));
  const [place, setPlace] = useState('');
  const [technique, setTechnique] = useState('');
  const [pressure, setPressure] = useState('2');
  const [minutes, setMinutes] = useState('10');
  const [problem, setProblem] = useState('');
  const id = useId();
  const add = () => {
    if (place === '' || technique === '') {
      setProblem(place === '' ? 'Choose a place.' : 'Choose a technique.');
      return;
    }
    setProblem('');
    onAdd({ places: [place], technique, pressure: Number(pressure), minutes: Number(minutes) });
    setPlace('');
  };
  return (
    <details className="add-segment">
      <summary>Add an area that was not planned</summary>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-place`}>Place</label>
          <select
            id={`${id}-place`}
            value={place}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setPlace(event.target.value)}
          >
            <option value="">Choose</option>
            {zones.map((zone) => (
              <optgroup key={zone.id} label={zone.label}>
                <option value={zone.id}>All: {zone.label}</option>
                {parts
                  .filter(({ parent }) => parent === zone.id)
                  .map((part) => (
                    <option key={part.id} value={part.id}>
                      {part.label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-technique`}>Technique</label>
          <select
            id={`${id}-technique`}
            value={technique}
            onChange={(event) => setTechnique(event.target.value)}
          >
            <option value="">Choose</option>
            {techniques.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-pressure`}>Pressure</label>
          <select
            id={`${id}-pressure`}
            value={pressure}
            onChange={(event) => setPressure(event.target.value)}
          >
            {PRESSURES.map(({ level, name }) => (
              <option key={level} value={level}>
                {level} {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-minutes`}>Minutes</label>
          <select
            id={`${id}-minutes`}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          >
            {MINUTES.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p id={`${id}-problem`} role="alert" className="field-error">
        {problem}
      </p>
      <button type="button" className="button" onClick={add}>
        Add this area
      </button>
    </details>
  );
}
