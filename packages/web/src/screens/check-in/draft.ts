/** The answers so far. Kept on the device, and read again after a reload. */
import type { PlaceId } from '@assuage/knowledge';
import type { Answer } from '@assuage/safety';
import * as v from 'valibot';
import type { NewThing } from './new-things.ts';
import { NEW_THINGS } from './new-things.ts';

const Answered = v.picklist(['no', 'yes', 'unknown']);
const Places = v.array(v.string());
const Level = v.picklist([1, 2, 3]);

const FollowUpAnswer = v.variant('kind', [
  v.strictObject({ kind: v.literal('yes-no'), fact: v.string(), answer: Answered }),
  /** No places: the person cannot say where. */
  v.strictObject({ kind: v.literal('where'), fact: v.string(), places: Places }),
  /** Null: the person does not know. */
  v.strictObject({ kind: v.literal('number'), fact: v.string(), value: v.nullable(v.number()) }),
]);

const Draft = v.strictObject({
  ill: v.exactOptional(Answered),
  worse: v.exactOptional(v.picklist(['no', 'bit', 'lot'])),
  joint: v.exactOptional(Answered),
  /** The joints marked so far. */
  joints: Places,
  leg: v.exactOptional(Answered),
  /** None: nothing is new. Left out: not answered yet. */
  news: v.exactOptional(v.array(v.picklist(NEW_THINGS))),
  pain: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
  painPlaces: v.array(v.strictObject({ place: v.string(), level: Level })),
  /** The maps that the person has gone on from, marked or not. */
  mapsDone: v.array(v.picklist(['joint-where', 'pain-where'])),
  followUps: v.array(FollowUpAnswer),
  wish: v.string(),
  /** The urgent help has been shown, and the person went on. */
  urgentSeen: v.boolean(),
  /** The id of the entry, once the answers were handed over to be sent. */
  sentAs: v.exactOptional(v.string()),
});

export type FollowUpAnswer = v.InferOutput<typeof FollowUpAnswer>;
export interface PainPlace {
  readonly place: PlaceId;
  readonly level: 1 | 2 | 3;
}
export interface Draft {
  readonly ill?: Answer;
  readonly worse?: Worse;
  readonly joint?: Answer;
  readonly joints: readonly PlaceId[];
  readonly leg?: Answer;
  readonly news?: readonly NewThing[];
  readonly pain?: number;
  readonly painPlaces: readonly PainPlace[];
  readonly mapsDone: readonly ('joint-where' | 'pain-where')[];
  readonly followUps: readonly FollowUpAnswer[];
  readonly wish: string;
  readonly urgentSeen: boolean;
  readonly sentAs?: string;
}
export type Worse = 'no' | 'bit' | 'lot';

export const NEW_DRAFT: Draft = {
  joints: [],
  painPlaces: [],
  mapsDone: [],
  followUps: [],
  wish: '',
  urgentSeen: false,
};

/** @param kept what was on the device; null when nothing was, and anything when another version wrote it */
export function parseDraft(kept: unknown): Draft {
  const parsed = v.safeParse(Draft, kept);
  return parsed.success ? parsed.output : NEW_DRAFT;
}
