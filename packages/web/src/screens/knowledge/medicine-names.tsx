import type { HandbookPage } from '@assuage/handbook';
import { knowledgeTexts as texts } from './knowledge.words.ts';

/** Of a class of medicines: each that is in it, with the other names that people know it by. */
export function MedicineNames({ page: { names } }: { readonly page: HandbookPage }) {
  return names.length === 0 ? null : (
    <section aria-labelledby="names">
      <h2 id="names">{texts.names}</h2>
      <details>
        <summary>{texts.nameCount(names.length)}</summary>
        <ul className="plain-list">
          {names.map(({ name, also }) => (
            <li key={name}>
              <b>{name}</b>
              {also.length === 0 ? '' : `: ${also.join(', ')}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
