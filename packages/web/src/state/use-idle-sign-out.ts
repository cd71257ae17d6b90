/** Signs out a page that nobody touches; what was typed stays on the device. While it is used, the session lives. */
import { useEffect } from 'react';
import { SIGN_IN_EVENT, sendAs } from './api.ts';
import { refreshPractice } from './use-practice.ts';

/** The server ends the session after the same time without a request. */
const IDLE_MS = 30 * 60_000;
const LOOK_EVERY_MS = 30_000;
/** Typing asks the server nothing, so it is told now and then that somebody is there. */
const TELL_EVERY_MS = 5 * 60_000;

export function useIdleSignOut(isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn) return;
    let used = Date.now();
    let told = used;
    const use = () => {
      used = Date.now();
    };
    const look = () => {
      const now = Date.now();
      if (now - used >= IDLE_MS) void signOut();
      else if (now - told >= TELL_EVERY_MS && used > told) {
        told = now;
        void refreshPractice();
      }
    };
    const events = ['pointerdown', 'keydown', 'input', 'scroll'] as const;
    for (const event of events) window.addEventListener(event, use, { passive: true });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      for (const event of events) window.removeEventListener(event, use);
      clearInterval(timer);
    };
  }, [isSignedIn]);
}

async function signOut(): Promise<void> {
  await sendAs('POST', '/api/sign-out', {}).catch(() => undefined);
  await refreshPractice();
  window.dispatchEvent(new Event(SIGN_IN_EVENT));
}
