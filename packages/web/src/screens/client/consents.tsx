import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { longDate, whenSaid } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { type ConsentLine, consentLines, withdrawalOf } from '../../state/consents.ts';
import { writerOf } from '../../state/writer.ts';
import { ConsentForm } from './consent-form.tsx';
import { CAPACITY_WORDS, CONSENT_CHOICES, CONSENT_WORDS, HOW_WORDS } from './entries.words.ts';
import { PlaceConsent } from './place-consent.tsx';
import type { SectionProps } from './view.ts';

/** What the client agrees to, who said so and until when; what was withdrawn; what nobody asked. */
export function Consents({ view, handle }: SectionProps) {
  const { record, engine, today } = view;
  const write = writerOf(view, handle);
  const [leaving, setLeaving] = useState<ConsentLine>();
  const lines = consentLines(record, today);
  const notAsked = CONSENT_CHOICES.filter(([what]) => !lines.some((line) => line.what === what));
  const nameOf = ({ what, about }: ConsentLine): string =>
    what === 'sensitive-places'
      ? engine.body.label(about)
      : [CONSENT_WORDS[what], about].filter(Boolean).join(': ');
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">Consents</h2>
      <PlaceConsent place={view.practice.jurisdiction} />
      <ul className="plain-list chosen-list">
        {lines.map((line) => (
          <li key={line.key}>
            <span>
              <b>{nameOf(line)}</b>: {stateOf(line)}.{' '}
              <span className="hint">{sourceOf(line, today)}</span>
            </span>
            {line.counts ? (
              <button type="button" className="button no-print" onClick={() => setLeaving(line)}>
                Withdraw<span className="visually-hidden"> {nameOf(line)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {notAsked.length > 0 ? (
        <p className="hint">
          Not asked yet: {notAsked.map(([, label]) => label.toLowerCase()).join(', ')}.
        </p>
      ) : null}
      <WriteFold summary="Add a consent">
        <ConsentForm view={view} onAdd={(body) => write('consent', body)} />
      </WriteFold>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        title={`${leaving === undefined ? '' : nameOf(leaving)}: no longer agreed`}
        confirm="Withdraw consent"
        onConfirm={() => {
          if (leaving) void write('consent', withdrawalOf(leaving, record.client.name));
          setLeaving(undefined);
        }}
        onCancel={() => setLeaving(undefined)}
      >
        <p>The client says so, and you note it. It counts from now. The record keeps both.</p>
      </ConfirmDialog>
    </section>
  );
}

function stateOf({ counts, until }: ConsentLine): string {
  if (!counts) return until === undefined ? 'not agreed' : `ended ${longDate(until)}`;
  return until === undefined ? 'agreed' : `agreed until ${longDate(until)}`;
}

function sourceOf({ entry }: ConsentLine, today: string): string {
  if (entry === undefined) return 'Said at the intake';
  const { from, how, on, by, note } = entry;
  const who = from.as === 'client' ? from.name : `${from.name}, ${CAPACITY_WORDS[from.as]}`;
  return `${who}, ${whenSaid(on, today)}, ${HOW_WORDS[how]} (${by.name})${note === '' ? '' : `. ${note}`}`;
}
