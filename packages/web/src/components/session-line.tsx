import type { SessionEntry } from '../state/record.ts';

const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/** "60 minutes, most pressure 2. Relaxed. Pain after: 3 of 10." */
export function SessionLine({ session }: { readonly session: SessionEntry }) {
  const { segments, minutes, pressure, response, painAfter } = session;
  return (
    <>
      {segments.length === 0
        ? 'No massage was given.'
        : `${minutes} minutes, most pressure ${pressure}.`}{' '}
      {sentence(response)} Pain after: {painAfter === null ? 'not asked' : `${painAfter} of 10`}.
    </>
  );
}
