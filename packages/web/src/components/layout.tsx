import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { Cover } from './cover.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { Offline } from './offline.tsx';
import { usePracticeName } from './practice-name.ts';

/** What is around every page: the practice, the way home, and how the page looks. */
export function Layout() {
  const name = usePracticeName();
  const isClients = useRouterState({
    select: (state) => state.location.pathname.startsWith('/check-in/'),
  });
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
          {!isClients && coveredAt === undefined && (
            <button type="button" className="button" onClick={() => setCoveredAt(window.scrollY)}>
              Hide
            </button>
          )}
          <DisplaySettings />
        </div>
        <p className="site-note">This computer only: no accounts yet</p>
        <Offline />
      </header>
      <Cover coveredAt={coveredAt} onShow={() => setCoveredAt(undefined)}>
        <Outlet />
      </Cover>
    </>
  );
}
