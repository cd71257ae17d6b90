/** What studies found of massage with a client's illness, in the one sentence a letter has room for. Pure. */
import type { EvidencePages } from '@assuage/handbook';
import type { Engine, Profile } from '@assuage/safety';
import type { ClientRecord } from './record.ts';

/**
 * Of the illnesses that the client has, the first on which there is a word; of the technique that was used for longest,
 * where that was studied.
 *
 * @returns undefined where nobody has looked
 */
export function studiesOf(
  pages: Pick<EvidencePages, 'sentence'>,
  engine: Pick<Engine, 'fact'>,
  { sessions }: Pick<ClientRecord, 'sessions'>,
  { facts }: Pick<Profile, 'facts'>,
): string | undefined {
  const technique = mostUsed(sessions);
  for (const [id, { answer }] of facts) {
    if (answer !== 'yes' || engine.fact(id)?.kind !== 'condition') continue;
    const sentence = pages.sentence(id, technique);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** By minutes; of equals, the one that was used first. */
function mostUsed(sessions: ClientRecord['sessions']): string | undefined {
  const minutes = new Map<string, number>();
  for (const segment of sessions.flatMap(({ segments }) => segments))
    minutes.set(segment.technique, (minutes.get(segment.technique) ?? 0) + segment.minutes);
  return [...minutes].reduce<readonly [string, number] | undefined>(
    (most, next) => (most && most[1] >= next[1] ? most : next),
    undefined,
  )?.[0];
}
