/** A form that is sent: what is wrong with it, and whether it is on its way. */
import { useState } from 'react';
import type { PageError } from '../components/error-summary.tsx';

export interface Form {
  readonly errors: readonly PageError[];
  readonly isBusy: boolean;
  /** Shows what is wrong, or does the work and shows what went wrong with it. */
  readonly submit: (wrong: readonly PageError[], work: () => Promise<void>) => void;
}

export function useForm(): Form {
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const submit: Form['submit'] = (wrong, work) => {
    setErrors(wrong);
    if (wrong.length > 0 || isBusy) return;
    setIsBusy(true);
    work()
      .catch((error: unknown) =>
        setErrors([{ text: error instanceof Error ? error.message : String(error) }]),
      )
      .finally(() => setIsBusy(false));
  };
  return { errors, isBusy, submit };
}
