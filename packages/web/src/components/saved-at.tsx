import { Status } from './status.tsx';
import { clockTime } from './times.ts';

/** "Saved 9:42 am" as text, or nothing yet. `at` is a local ISO time. */
export function SavedAt({ at }: { readonly at: string | undefined }) {
  return <Status>{at === undefined ? '' : `Saved ${clockTime(at)}`}</Status>;
}
