import { CERTAINTY_WORDS, DOMAIN_WORDS } from '@assuage/handbook';
import type { Library } from '@assuage/knowledge';
import { useRef, useState } from 'react';
import { Status } from '../../components/status.tsx';
import { localNow, longDate } from '../../components/times.ts';
import { getEvidence } from '../../state/api.ts';
import { addStep, type CertaintyChange, type Done, getCertainties } from '../../state/review.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePractice } from '../../state/use-practice.ts';
import { certaintyTexts as texts } from './certainty.words.ts';
import { CertaintyForm } from './certainty-form.tsx';
import { changesOf, type Finding, type Judged } from './judged.ts';

interface OwnCertaintyProps {
  readonly condition: string;
  /** Which finding of the evidence on the condition, counted from 0. */
  readonly at: number;
}

const READERS: ReadonlySet<string> = new Set(['owner', 'therapist']);

/** Beside what the knowledge says of one finding: what the practice's curator thinks. Nothing for others. */
export function OwnCertainty(props: OwnCertaintyProps) {
  const role = usePractice()?.you?.role;
  return role !== undefined && READERS.has(role) ? <Loading {...props} /> : null;
}

function Loading({ condition, at }: OwnCertaintyProps) {
  const { loaded } = useLoaded(loadOnce);
  // The finding itself is there; without an answer nothing is added to it.
  if (loaded.status !== 'here') return null;
  const { library, changes } = loaded.value;
  const finding = library.evidence.find(({ id }) => id === condition)?.findings[at];
  return finding === undefined ? null : (
    <OneFinding
      condition={condition}
      finding={finding}
      first={changesOf(changes, condition, finding)}
    />
  );
}

interface Loaded {
  readonly library: Library;
  readonly changes: readonly Done<CertaintyChange>[];
}
/** Several findings on a page ask at the same moment; a later page asks anew. */
let asking: Promise<Loaded> | undefined;
function loadOnce(): Promise<Loaded> {
  asking ??= Promise.all([getEvidence(), getCertainties()])
    .then(([library, changes]) => ({ library, changes }))
    .finally(() => {
      asking = undefined;
    });
  return asking;
}

interface OneFindingProps {
  readonly condition: string;
  readonly finding: Finding;
  readonly first: readonly Done<CertaintyChange>[];
}

function OneFinding({ condition, finding, first }: OneFindingProps) {
  const [changes, setChanges] = useState(first);
  const [said, setSaid] = useState('');
  const fold = useRef<HTMLDetailsElement>(null);
  const { outcome, against } = finding;
  const newest = changes.at(-1);
  const judged = newest?.body.judged ?? undefined;
  const save = async (change: Judged | null, because: string) => {
    const news = await addStep({
      kind: 'certainty',
      condition,
      outcome,
      against,
      judged: change,
      because,
    });
    const own = news.filter(
      (step): step is Done<CertaintyChange> => step.body.kind === 'certainty',
    );
    setChanges([...changes, ...own]);
    setSaid(texts.saved);
    // The form begins anew, and the focus would be lost with its button.
    if (fold.current) fold.current.open = false;
    fold.current?.querySelector('summary')?.focus();
  };
  return (
    <>
      {newest === undefined ? null : (
        <div className="notice">
          <p>
            <b>
              {judged === undefined
                ? texts.agrees
                : texts.ours(CERTAINTY_WORDS[judged.certainty], CERTAINTY_WORDS[finding.certainty])}
            </b>
          </p>
          <p>{texts.changed(newest.by, dayOf(newest.at), newest.body.because)}</p>
          {judged === undefined ? null : <Steps judged={judged} />}
          <Earlier changes={changes.slice(0, -1)} />
        </div>
      )}
      <Status>{said}</Status>
      <details ref={fold}>
        <summary>{texts.change}</summary>
        <CertaintyForm
          // The form begins with what counts now.
          key={newest?.id ?? ''}
          begin={judged ?? finding}
          isChanged={judged !== undefined}
          onSave={save}
        />
      </details>
    </>
  );
}

function Steps({ judged: { start, down } }: { readonly judged: Judged }) {
  return (
    <details>
      <summary>{texts.why}</summary>
      <ul>
        <li>{texts.starts[start]}</li>
        {down.map(({ for: domain, steps, because }) => (
          <li key={domain}>{texts.step(steps, DOMAIN_WORDS[domain], because)}</li>
        ))}
      </ul>
    </details>
  );
}

function Earlier({ changes }: { readonly changes: readonly Done<CertaintyChange>[] }) {
  return changes.length === 0 ? null : (
    <details>
      <summary>{texts.earlier}</summary>
      <ul>
        {changes.toReversed().map(({ id, by, at, body }) => (
          <li key={id}>
            {texts.earlierIs(
              body.judged === null ? texts.asKnowledge : CERTAINTY_WORDS[body.judged.certainty],
              by,
              dayOf(at),
              body.because,
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const dayOf = (instant: string): string => longDate(localNow(new Date(instant)));
