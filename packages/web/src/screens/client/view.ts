import type { Standing } from '../../state/derive.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';

/** What every part of the client's page is made from. */
export interface ClientView extends ClientAtWork {
  readonly standing: Standing;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** A part of the page that also writes. */
export interface SectionProps {
  readonly view: ClientView;
  readonly handle: ClientHandle;
}
