import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { SIGN_IN_EVENT } from '../state/api.ts';
import { useIdleSignOut } from '../state/use-idle-sign-out.ts';
import { usePractice } from '../state/use-practice.ts';
import { Cover } from './cover.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { Offline } from './offline.tsx';
import { Page } from './page.tsx';

/** Pages that need nobody to be signed in, or that are a client's. */
const OPEN_PAGES = /^\/(sign-in|set-up|invitation|link|check-in)(\/|$)/;
const CLIENTS_PAGES = /^\/(link|check-in)(\/|$)/;

/** What is around every page: the practice, the way home, and how the page looks. */
export function Layout() {
  const practice = usePractice();
  const name = practice?.name ?? 'Assuage';
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isClients = CLIENTS_PAGES.test(path);
  const isSignedIn = practice?.you != null && !practice.demo;
  useSignInWhenNeeded(path);
  useIdleSignOut(isSignedIn && !isClients);
  const [coveredAt, setCoveredAt] = useState<number>();
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the main part
      </a>
      <header className="site-header">
        <div className="site-header-row">
          {isClients ? (
            <span className="practice-name">{name}</span>
          ) : (
            <Link className="practice-name" to="/">
              {name}
            </Link>
          )}
          {!isClients && coveredAt === undefined && (
            <Link className="button button-plain" to="/knowledge">
              Knowledge
            </Link>
          )}
          {isSignedIn && !isClients && coveredAt === undefined && (
            <Link className="button button-plain" to="/account">
              <span className="visually-hidden">Your account: </span>
              {practice.you?.name}
            </Link>
          )}
          {!isClients && coveredAt === undefined && (
            <button type="button" className="button" onClick={() => setCoveredAt(window.scrollY)}>
              Hide
            </button>
          )}
          <DisplaySettings />
        </div>
        {isClients ? null : practice?.demo ? (
          <p className="site-note">A demo: everybody is invented</p>
        ) : null}
        <Offline />
      </header>
      <Cover coveredAt={coveredAt} onShow={() => setCoveredAt(undefined)}>
        {practice?.you?.role === 'link' && !OPEN_PAGES.test(path) ? <ForThePractice /> : <Outlet />}
      </Cover>
    </>
  );
}

/** What whoever came by a client's link sees everywhere else. The server gives them nothing there anyway. */
function ForThePractice() {
  return (
    <Page title="This page is for the practice" audience="client">
      <p>Your link opens your own form only. Open it again from the message you were sent.</p>
    </Page>
  );
}

/** When the server knows nobody behind the page any more, the way to sign in is shown, and then the way back. */
function useSignInWhenNeeded(path: string) {
  const navigate = useNavigate();
  useEffect(() => {
    const show = () => {
      if (!OPEN_PAGES.test(path)) void navigate({ to: '/sign-in', search: { next: path } });
    };
    window.addEventListener(SIGN_IN_EVENT, show);
    return () => window.removeEventListener(SIGN_IN_EVENT, show);
  }, [path, navigate]);
}
