import { ErrorSummary, type PageError } from './error-summary.tsx';

interface FormErrorsProps {
  readonly title: string;
  readonly errors: readonly PageError[];
}

/** What is wrong with a form, above it; nothing while nothing is. */
export function FormErrors({ title, errors }: FormErrorsProps) {
  return errors.length === 0 ? null : (
    <ErrorSummary key={errors.map(({ text }) => text).join()} title={title} errors={errors} />
  );
}
