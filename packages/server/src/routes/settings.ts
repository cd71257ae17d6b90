/** The settings of the practice, and the rules of the places it can choose from. */
import type { Jurisdiction } from '@assuage/jurisdiction';
import type { Practice } from '@assuage/record';
import type { Engine } from '@assuage/safety';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';
import { name } from './fields.ts';

export interface SettingsView {
  readonly name: string;
  readonly therapist: Practice['therapist'];
  /** The id of the place whose rules hold; null: none is chosen. */
  readonly jurisdiction: string | null;
}

export interface SettingsParts {
  readonly access: Access;
  readonly engine: Engine;
  readonly practice: () => Practice;
  readonly jurisdictions: readonly Jurisdiction[];
  /** Keeps the practice as it is from now on. */
  readonly changePractice: (practice: Practice) => Promise<void>;
}

const id = v.pipe(v.string(), v.maxLength(100));
const NewSettings = v.strictObject({
  name,
  therapist: v.strictObject({ name, training: v.pipe(v.array(id), v.maxLength(200)) }),
  jurisdiction: v.nullable(id),
});

const viewOf = ({ name: called, therapist, jurisdiction }: Practice): SettingsView => ({
  name: called,
  therapist,
  jurisdiction: jurisdiction ?? null,
});

export function settingsRoutes(parts: SettingsParts) {
  const { access, engine, practice, jurisdictions, changePractice } = parts;
  return new Hono()
    .get('/api/jurisdictions', async (c) => {
      await access.permit(c, 'see-practice');
      return c.json(jurisdictions);
    })
    .get('/api/settings', async (c) => {
      await access.permit(c, 'change-settings');
      return c.json(viewOf(practice()));
    })
    .put('/api/settings', parsed('json', NewSettings), async (c) => {
      await access.permit(c, 'change-settings');
      const { jurisdiction, ...wanted } = c.req.valid('json');
      if (jurisdiction !== null && !jurisdictions.some((place) => place.id === jurisdiction))
        throw ApiError.invalid([
          { where: 'body.jurisdiction', message: `no place is called "${jurisdiction}"` },
        ]);
      const unknown = wanted.therapist.training.findIndex(
        (technique) => engine.technique(technique)?.needsTraining !== true,
      );
      if (unknown !== -1)
        throw ApiError.invalid([
          {
            where: `body.therapist.training[${unknown}]`,
            message: `"${wanted.therapist.training[unknown]}" is no technique that needs training`,
          },
        ]);
      const { id: practiceId, demo } = practice();
      await changePractice({
        id: practiceId,
        demo,
        ...wanted,
        ...(jurisdiction !== null && { jurisdiction }),
      });
      return c.json(viewOf(practice()));
    });
}
