import type { Engine } from '@assuage/safety';
import type { Intake } from '../../state/intake.ts';
import type { IntakeWords } from './intake.words.ts';

interface BodyWishesProps {
  readonly engine: Engine;
  readonly intake: Intake;
  readonly words: IntakeWords;
  readonly onChange: (change: Partial<Intake>) => void;
}

const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** Where the client does not want to be touched, and which sensitive places they agree to. */
export function BodyWishes({ engine, intake, words, onChange }: BodyWishesProps) {
  const { parts } = engine.body.data;
  const sensitive = parts.filter((part) => part.sensitive);
  return (
    <>
      <details>
        <summary>
          {words.avoid}: {count(intake.avoid.length)}
        </summary>
        <fieldset className="segments">
          <legend>{words.avoidLegend}</legend>
          {parts.map(({ id, label }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={intake.avoid.includes(id)}
                onChange={() => onChange({ avoid: toggled(intake.avoid, id) })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <details>
        <summary>
          {words.consents}: {count(intake.consents.length)}
        </summary>
        <fieldset className="segments">
          <legend>{words.consentsLegend}</legend>
          {sensitive.map(({ id, label }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={intake.consents.includes(id)}
                onChange={() => onChange({ consents: toggled(intake.consents, id) })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </>
  );
}

const count = (places: number): string =>
  places === 0 ? 'no place chosen' : places === 1 ? '1 place' : `${places} places`;
