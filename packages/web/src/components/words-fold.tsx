import { useState } from 'react';
import { useFormDraft } from '../state/use-form-draft.ts';
import { TextArea } from './text-area.tsx';
import { WriteFold } from './write-fold.tsx';

interface WordsFoldProps {
  /** Under which name unfinished words are kept on the device. */
  readonly draft: string;
  readonly texts: {
    readonly summary: string;
    readonly label: string;
    readonly hint: string;
    /** What is said when nothing was written. */
    readonly empty: string;
    readonly add: string;
  };
  readonly onAdd: (words: string) => void;
}

const EMPTY = { words: '' };

/** A fold with one box, for whoever may write: a reason or a note that has to say something. */
export function WordsFold({ draft, texts, onAdd }: WordsFoldProps) {
  const { fields, change, drop } = useFormDraft(draft, EMPTY);
  const [problem, setProblem] = useState('');
  const add = () => {
    const words = fields.words.trim();
    setProblem(words === '' ? texts.empty : '');
    if (words === '') return;
    drop();
    onAdd(words);
  };
  return (
    <WriteFold summary={texts.summary}>
      <TextArea
        label={texts.label}
        hint={texts.hint}
        value={fields.words}
        onChange={(words) => change({ words })}
      />
      <p role="alert" className="field-error">
        {problem}
      </p>
      <button type="button" className="button" onClick={add}>
        {texts.add}
      </button>
    </WriteFold>
  );
}
