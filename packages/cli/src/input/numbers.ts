/** Numbers among the options. */
import { InvalidArgumentError } from 'commander';

export function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new InvalidArgumentError('This is a whole number from 1 up.');
  return Number(text);
}
