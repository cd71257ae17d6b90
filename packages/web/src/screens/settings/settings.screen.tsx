import type { Jurisdiction } from '@assuage/jurisdiction';
import type { Technique } from '@assuage/knowledge';
import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { NotHere } from '../../components/not-here.tsx';
import { OwnerLinks } from '../../components/owner-links.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { getKnowledge } from '../../state/api.ts';
import {
  getJurisdictions,
  getSettings,
  putSettings,
  type SettingsView,
} from '../../state/settings-api.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { refreshPractice } from '../../state/use-practice.ts';
import { PlaceRules } from './place-rules.tsx';

const TITLE = 'Settings';

const load = async () => {
  const [settings, places, { techniques }] = await Promise.all([
    getSettings(),
    getJurisdictions(),
    getKnowledge(),
  ]);
  const trainable = techniques
    .filter(({ needsTraining, group, neverPlanned }) => needsTraining && !group && !neverPlanned)
    .sort((a, b) => a.name.localeCompare(b.name));
  return { settings, places, trainable };
};

/** The practice: its name, what its therapist is trained in, and the place whose rules hold. */
export function SettingsScreen() {
  const { loaded, again } = useLoaded(load);
  if (loaded.status !== 'here')
    return (
      <NotHere
        title={TITLE}
        loaded={loaded}
        failure="We could not get the settings."
        again={again}
      />
    );
  return <SettingsForm {...loaded.value} />;
}

interface SettingsFormProps {
  readonly settings: SettingsView;
  readonly places: readonly Jurisdiction[];
  readonly trainable: readonly Technique[];
}

function SettingsForm({ settings, places, trainable }: SettingsFormProps) {
  const [form, setForm] = useState(settings);
  const [isSaved, setIsSaved] = useState(false);
  const { errors, isBusy, submit } = useForm();
  const change = (part: Partial<SettingsView>) => {
    setIsSaved(false);
    setForm({ ...form, ...part });
  };
  const { training } = form.therapist;
  const place = places.find(({ id }) => id === form.jurisdiction);
  const save = () =>
    submit(form.name.trim() === '' ? [{ text: 'Type the name', field: 'name' }] : [], async () => {
      setForm(await putSettings(form));
      await refreshPractice();
      setIsSaved(true);
    });
  return (
    <Page title={TITLE} audience="therapist" hasError={errors.length > 0}>
      <FormErrors title="Nothing was changed" errors={errors} />
      <OwnerLinks />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          id="name"
          label="Name of the practice"
          value={form.name}
          onChange={(name) => change({ name })}
        />
        <fieldset className="choices">
          <legend>Techniques you are trained in</legend>
          {trainable.map(({ id, name }) => (
            <label key={id} className="choice">
              <input
                type="checkbox"
                checked={training.includes(id)}
                onChange={({ target }) =>
                  change({
                    therapist: {
                      ...form.therapist,
                      training: target.checked
                        ? [...training, id]
                        : training.filter((other) => other !== id),
                    },
                  })
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="place">Where you practise</label>
          <select
            id="place"
            value={form.jurisdiction ?? ''}
            onChange={({ target }) => change({ jurisdiction: target.value || null })}
          >
            <option value="">Not chosen: nothing is ever destroyed</option>
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="main-action">
          <button type="submit" className="button button-main" disabled={isBusy}>
            Save
          </button>
          <p role="status">{isSaved ? 'Saved.' : ''}</p>
        </div>
      </form>
      {place ? <PlaceRules place={place} /> : null}
    </Page>
  );
}
