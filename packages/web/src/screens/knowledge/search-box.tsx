import { useId, useRef } from 'react';
import { Status } from '../../components/status.tsx';
import { linksFor } from './found.ts';
import { FoundLinks } from './found-links.tsx';
import { knowledgeTexts as texts } from './knowledge.words.ts';
import type { Shelf } from './shelf.ts';

interface SearchBoxProps {
  readonly shelf: Shelf;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** A box whose suggestions are links: Tab or Enter goes to the first one. */
export function SearchBox({ shelf: { search, nameOf }, typed, onType }: SearchBoxProps) {
  const field = useId();
  const list = useRef<HTMLUListElement>(null);
  const isEmpty = typed.trim() === '';
  const found = linksFor(search, nameOf, typed);
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          list.current?.querySelector('a')?.focus();
        }}
      >
        <div className="field narrow">
          <label htmlFor={field}>{texts.label}</label>
          <p id={`${field}-hint`} className="hint">
            {texts.hint}
          </p>
          <input
            id={field}
            type="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            aria-describedby={`${field}-hint`}
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
        </div>
      </form>
      <Status>{isEmpty ? '' : found.length === 0 ? texts.none : texts.found(found.length)}</Status>
      {isEmpty ? null : found.length === 0 ? (
        <>
          <p>{texts.noneHelp}</p>
          <p>{texts.noneCare}</p>
        </>
      ) : (
        <FoundLinks list={list} links={found} />
      )}
    </search>
  );
}
