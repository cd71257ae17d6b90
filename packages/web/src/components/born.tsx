import { ageOn } from '../state/moment.ts';
import { longDate } from './times.ts';

interface BornProps {
  /** Left out: nobody has asked yet. */
  readonly born: string | undefined;
  /** For the age. */
  readonly today?: string;
}

/** When a client was born, and how old that makes them. */
export function Born({ born, today }: BornProps) {
  if (born === undefined) return <>Date of birth not known</>;
  return (
    <>
      Born <b>{longDate(born)}</b>
      {today === undefined ? '' : ` (${ageOn(born, today)})`}
    </>
  );
}
