import { normalise } from '@assuage/knowledge';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Born } from '../../components/born.tsx';
import { Status } from '../../components/status.tsx';
import type { ClientDetails } from '../../state/record.ts';

interface ClientSearchProps {
  readonly clients: readonly ClientDetails[];
  readonly today: string;
}

/** Everybody, and a box that makes the list shorter. */
export function ClientSearch({ clients, today }: ClientSearchProps) {
  const [typed, setTyped] = useState('');
  const field = useId();
  const words = normalise(typed).split(' ');
  const found = clients.filter(({ name }) => {
    const plain = normalise(name);
    return words.every((word) => plain.includes(word));
  });
  return (
    <section aria-labelledby="all-clients">
      <h2 id="all-clients">All clients</h2>
      {clients.length === 0 ? (
        <p>No clients yet. Add the first one below.</p>
      ) : (
        <>
          <div className="field">
            <label htmlFor={field}>Find a client by name</label>
            <input
              id={field}
              type="search"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <Status>{typed.trim() === '' ? '' : `${found.length} found`}</Status>
          <ul className="client-list">
            {found.map(({ id, name, born }) => (
              <li key={id}>
                <Link to="/clients/$id" params={{ id }} className="row-link">
                  <b>{name}</b>
                  <span className="hint">
                    <Born born={born} today={today} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
