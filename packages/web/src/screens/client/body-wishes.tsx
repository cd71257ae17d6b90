import type { Engine } from '@assuage/safety';
import type { Intake } from '../../state/intake.ts';

interface BodyWishesProps {
  readonly engine: Engine;
  readonly intake: Intake;
  readonly onChange: (change: Partial<Intake>) => void;
}

const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** Where the client does not want to be touched, and which sensitive places they agree to. */
export function BodyWishes({ engine, intake, onChange }: BodyWishesProps) {
  const { parts } = engine.body.data;
  const sensitive = parts.filter((part) => part.sensitive);
  return (
    <>
      <details>
        <summary>Do not touch: {count(intake.avoid.length)}</summary>
        <fieldset className="segments">
          <legend>Places the client does not want touched</legend>
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
        <summary>Consent for sensitive places: {count(intake.consents.length)}</summary>
        <fieldset className="segments">
          <legend>The client agrees to work on these</legend>
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
