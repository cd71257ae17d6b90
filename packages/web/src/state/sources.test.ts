import { expect, test } from 'vitest';
import { sourceText } from './sources.ts';

test.each([
  [{ kind: 'diagnosed-by', who: 'Dr Okafor', when: '2019' }, 'Diagnosed by Dr Okafor in 2019'],
  [
    { kind: 'letter', who: 'Dr Okafor', when: '2019-03' },
    'In a letter from Dr Okafor in March 2019',
  ],
  [{ kind: 'client-says', when: '2019-03-14' }, 'The client says, 14 March 2019'],
  [{ kind: 'seen' }, 'Seen'],
] as const)('%j is told as "%s"', (source, told) => {
  expect(sourceText(source)).toBe(told);
});
