import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createMailer } from './mail.ts';

/** A mail server that takes whatever comes, as RFC 5321 has it, and shows it. */
async function mailServer() {
  const received: string[] = [];
  const done = Promise.withResolvers<string>();
  const server = createServer((socket) => {
    let isData = false;
    let data = '';
    socket.setEncoding('utf8').write('220 here\r\n');
    socket.on('data', (text: string) => {
      if (isData) {
        data += text;
        if (!data.endsWith('\r\n.\r\n')) return;
        isData = false;
        socket.write('250 taken\r\n');
        done.resolve(data);
        return;
      }
      for (const line of text.split('\r\n').filter(Boolean)) {
        received.push(line);
        isData ||= line === 'DATA';
        socket.write(line === 'DATA' ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
    // A client that leaves is no failure of the server.
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, received, mail: done.promise };
}

const MAIL = { to: 'ana@harbour.example', subject: 'Sign in', text: 'Open this link.' };

test('a mail goes to the server of the practice, from its address', async () => {
  const { port, received, mail } = await mailServer();
  const send = createMailer(`smtp://127.0.0.1:${port}?from=desk@harbour.example`, (error) => {
    throw error;
  });
  send(MAIL);
  const text = await mail;
  expect(text).toContain('Subject: Sign in');
  expect(text).toContain('Open this link.');
  expect(received).toContain('MAIL FROM:<desk@harbour.example>');
  expect(received).toContain('RCPT TO:<ana@harbour.example>');
});

test('a mail that cannot be sent is told, and stops nothing', async () => {
  const failed = Promise.withResolvers<unknown>();
  const send = createMailer('smtp://127.0.0.1:1?from=desk@harbour.example', failed.resolve);
  send(MAIL);
  expect(await failed.promise).toBeInstanceOf(Error);
});
