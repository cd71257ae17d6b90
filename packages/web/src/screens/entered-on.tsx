import { whenSeen } from '../components/times.ts';

interface EnteredOnProps {
  /** An instant; empty while the server has not received it. */
  readonly entered: string;
}

/** When the record received something, which may be later than when it happened. */
export function EnteredOn({ entered }: EnteredOnProps) {
  return entered === '' ? 'Not sent yet.' : `Entered ${whenSeen(entered)}.`;
}
