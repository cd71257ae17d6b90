import { type Jurisdiction, type ShownSetting, settingsOf } from '@assuage/jurisdiction';

const SURE: Record<ShownSetting['confidence'], string> = {
  read: 'Read at the source.',
  'second-hand': 'Second-hand: check it before you rely on it.',
  unknown: '',
};

/** What a place asks of records, each rule with its source and how sure it is. */
export function PlaceRules({ place }: { readonly place: Jurisdiction }) {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">The rules of {place.name}</h2>
      <p className="notice">
        <b>This is not legal advice.</b> It is what we could read. Rules change: ask your college,
        board or lawyer.
      </p>
      <dl className="place-rules">
        {settingsOf(place).map(({ name, label, text, confidence, source, note }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {confidence === 'unknown' ? <b>{text}</b> : text}
              {note === undefined ? '' : ` ${note}`}
              {source === undefined ? null : (
                <p className="hint">
                  {SURE[confidence]}{' '}
                  <a href={source.url} rel="noreferrer" target="_blank">
                    {source.title}
                    <span className="visually-hidden"> (opens a new tab)</span>
                  </a>
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
