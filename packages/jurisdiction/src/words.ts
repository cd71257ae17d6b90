/** Settings in words, as screens and commands show them. */
import { CONTENTS } from './contents.ts';
import type { Jurisdiction, SettingName } from './jurisdiction.ts';

export interface ShownSetting {
  readonly name: SettingName;
  readonly label: string;
  /** "We do not know" where nothing was read. */
  readonly text: string;
  readonly confidence: 'read' | 'second-hand' | 'unknown';
  readonly source?: { readonly title: string; readonly url: string };
  readonly note?: string;
}

const LABELS: Record<SettingName, string> = {
  'record-contents': 'What a record must hold',
  'consent-written': 'Consent in writing',
  'consent-sensitive': 'Own consent for sensitive areas',
  'consent-renewal': 'When to ask again',
  'guardian-under': 'When a guardian must agree',
  'consultation-document': 'Signed consultation document',
  'keep-adults': 'How long to keep records of adults',
  'keep-minors': 'How long to keep records of minors',
  access: 'When a client gets a copy',
  breach: 'When data is lost or stolen',
  'audit-log': 'A log of who saw what',
};
const UNKNOWN = 'We do not know. Ask your college, board or lawyer.';

/** Every setting of a place, in order. */
export const settingsOf = ({ settings, sources }: Jurisdiction): ShownSetting[] =>
  (Object.keys(LABELS) as SettingName[]).map((name) => {
    const setting = settings[name];
    const { confidence, note } = setting;
    const source = confidence === 'unknown' ? undefined : sources[setting.source];
    return {
      name,
      label: LABELS[name],
      text: textOf(name, settings),
      confidence,
      ...(source && { source }),
      ...(note !== undefined && { note }),
    };
  });

function textOf(name: SettingName, settings: Jurisdiction['settings']): string {
  if (settings[name].confidence === 'unknown') return UNKNOWN;
  const need = (value: boolean) => (value ? 'Needed.' : 'Not needed.');
  switch (name) {
    case 'record-contents': {
      const { value } = known(settings[name]);
      return `${capital(value.map((content) => CONTENTS[content]).join('; '))}.`;
    }
    case 'consent-written':
    case 'consent-sensitive':
    case 'consultation-document':
    case 'audit-log':
      return need(known(settings[name]).value);
    case 'consent-renewal':
      return known(settings[name]).value === 'plan-changes'
        ? 'When the plan changes.'
        : 'When the reason, the techniques or the areas change.';
    case 'guardian-under':
      return `Under ${known(settings[name]).value}.`;
    case 'keep-adults':
      return `${known(settings[name]).value.years} years from the last entry.`;
    case 'keep-minors': {
      const { value } = known(settings[name]);
      if ('years-from-18' in value)
        return `${value['years-from-18']} years from the 18th birthday.`;
      const at17 = value['until-age-if-seen-at-17'];
      return `Until the age of ${value['until-age']}${at17 === undefined ? '' : `; ${at17} if last seen at 17`}.`;
    }
    case 'access': {
      const { within, extension } = known(settings[name]).value;
      if (within === undefined) return 'Always; by when is not known.';
      return `Within ${within}${extension === undefined ? '' : `, and ${extension} more at most`}.`;
    }
    case 'breach': {
      const { tell, within } = known(settings[name]).value;
      const whom = tell.map((one) => (one === 'client' ? 'the client' : 'the authority'));
      return `Tell ${whom.join(' and ')}${within === undefined ? '; by when is not known' : ` within ${within}`}.`;
    }
    default:
      return name satisfies never;
  }
}

function known<Setting extends { readonly confidence: string }>(
  setting: Setting,
): Extract<Setting, { readonly value: unknown }> {
  // Asked only behind the check for "unknown".
  return setting as Extract<Setting, { readonly value: unknown }>;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
