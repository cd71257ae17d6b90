export { CONTENTS, type Content, type Held, lacking } from './contents.ts';
export {
  type Jurisdiction,
  type LoadedJurisdictions,
  loadJurisdictions,
  type SettingName,
} from './jurisdiction.ts';
export { type Kept, type Retention, retentionOf } from './retention.ts';
export { type ShownSetting, settingsOf } from './words.ts';
