/** What a place asks of records: the schema of one file, with how sure each setting is. */
import { type Issue, parseFile, type SourceText } from '@assuage/knowledge';
import * as v from 'valibot';
import { CONTENTS, type Content } from './contents.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'),
);
const years = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));
const span = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d* (hours?|days?|months?)$/, 'must be like "30 days" or "1 month"'),
);
const yesNo = v.boolean('must be true or false');
const note = v.exactOptional(text);

/** A setting is known, and then from where; or it is unknown, and then it has no value. */
const settingOf = <const Value extends v.GenericSchema>(value: Value) =>
  v.variant(
    'confidence',
    [
      v.strictObject({ confidence: v.picklist(['read', 'second-hand']), value, source: id, note }),
      v.strictObject({ confidence: v.literal('unknown'), note }),
    ],
    'confidence must be read, second-hand or unknown',
  );

const isContent = Object.keys(CONTENTS) as [Content, ...Content[]];
const Minors = v.union(
  [
    v.strictObject({ 'years-from-18': years }),
    v.strictObject({ 'until-age': years, 'until-age-if-seen-at-17': v.exactOptional(years) }),
  ],
  'must be years-from-18, or until-age',
);

const Settings = v.strictObject({
  'record-contents': settingOf(v.pipe(v.array(v.picklist(isContent)), v.readonly())),
  'consent-written': settingOf(yesNo),
  'consent-sensitive': settingOf(yesNo),
  'consent-renewal': settingOf(v.picklist(['plan-changes', 'reason-techniques-areas'])),
  'guardian-under': settingOf(years),
  'consultation-document': settingOf(yesNo),
  'keep-adults': settingOf(v.strictObject({ years })),
  'keep-minors': settingOf(Minors),
  access: settingOf(
    v.strictObject({ within: v.exactOptional(span), extension: v.exactOptional(span) }),
  ),
  breach: settingOf(
    v.strictObject({
      tell: v.pipe(v.array(v.picklist(['client', 'authority'])), v.minLength(1), v.readonly()),
      within: v.exactOptional(span),
    }),
  ),
  'audit-log': settingOf(yesNo),
});
const Jurisdiction = v.strictObject({
  id,
  name: text,
  sources: v.record(
    id,
    v.strictObject({ title: text, url: v.pipe(text, v.regex(/^https?:\/\/\S+$/)) }),
  ),
  settings: Settings,
});

export type Jurisdiction = v.InferOutput<typeof Jurisdiction>;
export type Settings = Jurisdiction['settings'];
export type SettingName = keyof Settings;

export type LoadedJurisdictions =
  | { readonly ok: true; readonly jurisdictions: readonly Jurisdiction[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Files → places by name, or every mistake in them at once.
 *
 * @param files every `.yaml` file under `jurisdictions/`
 */
export function loadJurisdictions(files: readonly SourceText[]): LoadedJurisdictions {
  const issues: Issue[] = [];
  const jurisdictions: Jurisdiction[] = [];
  for (const text of files) {
    const parsed = parseFile(text, Jurisdiction);
    if (!parsed.ok) {
      issues.push(...parsed.issues);
      continue;
    }
    const { value, issue } = parsed.file;
    if (text.path !== `${value.id}.yaml`)
      issues.push(issue(['id'], `the place "${value.id}" belongs in ${value.id}.yaml`));
    const used = new Set<string>();
    for (const [name, setting] of Object.entries(value.settings)) {
      if (setting.confidence === 'unknown') continue;
      used.add(setting.source);
      if (!(setting.source in value.sources))
        issues.push(
          issue(['settings', name, 'source'], `${name}: no source is called "${setting.source}"`),
        );
    }
    for (const source of Object.keys(value.sources))
      if (!used.has(source))
        issues.push(issue(['sources', source], `the source "${source}" is used by no setting`));
    jurisdictions.push(value);
  }
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    jurisdictions: jurisdictions.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
