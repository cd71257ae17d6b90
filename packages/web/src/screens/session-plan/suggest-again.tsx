import type { Way } from '@assuage/outcomes';
import { useState } from 'react';
import { TextArea } from '../../components/text-area.tsx';
import { WriteFold } from '../../components/write-fold.tsx';
import { useFormDraft } from '../../state/use-form-draft.ts';
import type { Write } from '../../state/writer.ts';
import { suitsTexts as texts } from './what-suits.words.ts';

interface SuggestAgainProps {
  readonly client: string;
  readonly ways: readonly Way[];
  readonly write: Write;
}

const EMPTY = { reason: '' };

/** A person decides, with a reason that stays: no number ever lifts a suspension. The reactions go on being counted. */
export function SuggestAgain({ client, ways, write }: SuggestAgainProps) {
  const { fields, change, drop } = useFormDraft(`suggest-again.${client}`, EMPTY);
  const [problem, setProblem] = useState('');
  const decide = () => {
    const reason = fields.reason.trim();
    setProblem(reason === '' ? texts.reasonEmpty : '');
    if (reason === '') return;
    drop();
    void write('way-decision', { ways: [...ways], decision: 'suggest-again', reason });
  };
  return (
    <WriteFold summary={texts.again}>
      <TextArea
        label={texts.reason}
        hint={texts.reasonHint}
        value={fields.reason}
        onChange={(reason) => change({ reason })}
      />
      <p role="alert" className="field-error">
        {problem}
      </p>
      <button type="button" className="button" onClick={decide}>
        {texts.decide}
      </button>
    </WriteFold>
  );
}
