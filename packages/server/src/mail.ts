/** Mails of the practice: sign-in links and invitations, and never anything about a client. */
import { createTransport } from 'nodemailer';
import type { Mail } from './routes/sign-in.ts';

const PATIENCE_MS = 20_000;

/**
 * @param address `smtp://user:password@mail.example.org?from=harbour@example.org`
 * @param onError told when a mail could not be sent: whoever asked for it has had an answer already
 */
export function createMailer(
  address: string,
  onError: (error: unknown) => void,
): (mail: Mail) => void {
  const url = new URL(address);
  const from =
    url.searchParams.get('from') ?? (decodeURIComponent(url.username) || 'assuage@localhost');
  url.search = '';
  const transport = createTransport({
    url: url.href,
    connectionTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  return (mail) => {
    transport.sendMail({ ...mail, from }).catch(onError);
  };
}
