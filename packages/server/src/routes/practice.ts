/** What every page needs before anything else: the practice. And its very first step. */
import { foundOwner, people } from '@assuage/accounts';
import type { Practice } from '@assuage/record';
import type { Engine } from '@assuage/safety';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';
import { email, name, password, secret } from './fields.ts';

/** The practice as the interface shows it. */
export interface PracticeView extends Practice {
  /** Today's date where the practice is. */
  readonly today: string;
  /** The knowledge release in use. */
  readonly release: string;
  /** Who is signed in. */
  readonly you: { readonly id: string; readonly name: string; readonly role: string } | null;
  /** Nobody has set this practice up yet. */
  readonly setUpNeeded: boolean;
  /** E-mails can be sent, sign-in links too. */
  readonly mail: boolean;
}

const NewPractice = v.strictObject({
  secret,
  practice: name,
  name,
  email,
  password,
});

export interface PracticeParts {
  readonly access: Access;
  readonly engine: Engine;
  readonly practice: () => Practice;
  readonly today: () => string;
  readonly mail: boolean;
  /** Whether this secret, from the address printed at start, may set the practice up. Undefined once it is. */
  readonly setUp: SetUp | undefined;
}
export interface SetUp {
  isRight(secret: string): boolean;
  /** Names the practice and its therapist, and ends the set-up. */
  done(practice: string, therapist: string): Promise<void>;
}

export function practiceRoutes({ access, engine, practice, today, mail, setUp }: PracticeParts) {
  const isNew = async (c: Context): Promise<boolean> =>
    setUp !== undefined && (await people((await access.asked(c)).accounts)).length === 0;

  return new Hono()
    .get('/api/practice', async (c) => {
      const actor = await access.permit(c, 'see-practice');
      const { therapist, ...shown } = practice();
      const you =
        actor.kind === 'nobody' ? null : { id: actor.id, name: actor.name, role: actor.role };
      const view: PracticeView = {
        ...shown,
        therapist: { ...therapist, name: actor.kind === 'account' ? actor.name : therapist.name },
        today: today(),
        release: engine.knowledge.release,
        you,
        setUpNeeded: await isNew(c),
        mail,
      };
      return c.json(view);
    })
    .post('/api/set-up', parsed('json', NewPractice), async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts } = await access.asked(c);
      const { secret: typed, practice: called, ...owner } = c.req.valid('json');
      if (!setUp || !(await isNew(c)))
        throw new ApiError('conflict', 'This practice is set up already. Sign in.');
      if (!setUp.isRight(typed))
        throw new ApiError(
          'not-permitted',
          'Open the address that was printed when Assuage started: it proves that this is your computer.',
        );
      const founded = await foundOwner(accounts, owner);
      if (!founded.ok)
        throw ApiError.invalid([{ where: 'body.password', message: founded.message }]);
      await setUp.done(called, owner.name);
      return c.json({ email: founded.value.email }, 201);
    });
}
