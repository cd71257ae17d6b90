import { useEffect, useState } from 'react';

const UNTIL_KNOWN = 'Assuage';
let known: string | undefined;

/** The practice's name, or the product's until it is known or when the server is away. */
export function usePracticeName(): string {
  const [name, setName] = useState(known ?? UNTIL_KNOWN);
  useEffect(() => {
    if (known !== undefined) return;
    const stop = new AbortController();
    askForName(stop.signal).then(
      (answer) => {
        known = answer;
        setName(answer);
      },
      // Only a label: the screens say it when the server is away.
      () => undefined,
    );
    return () => stop.abort();
  }, []);
  return name;
}

async function askForName(signal: AbortSignal): Promise<string> {
  const response = await fetch('/api/practice', { signal });
  const answer: unknown = await response.json();
  return typeof answer === 'object' &&
    answer !== null &&
    'name' in answer &&
    typeof answer.name === 'string'
    ? answer.name
    : UNTIL_KNOWN;
}
