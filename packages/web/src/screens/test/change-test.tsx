import type { PersonTest } from '@assuage/outcomes';
import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { WordsFold } from '../../components/words-fold.tsx';
import { WriteFold } from '../../components/write-fold.tsx';
import { useFormDraft } from '../../state/use-form-draft.ts';
import type { Write } from '../../state/writer.ts';
import { testWorkTexts as texts } from './test.words.ts';

interface ChangeTestProps {
  readonly test: PersonTest;
  readonly write: Write;
}

/** Something went otherwise than planned. The ratings count as they were drawn; the report tells of it. */
export const NoteChange = ({ test, write }: ChangeTestProps) => (
  <WordsFold
    draft={`test-note.${test.entry}`}
    texts={texts.note}
    onAdd={(text) => void write('trial-change', { trial: test.entry, change: 'noted', text })}
  />
);

const WHYS = ['harm', 'client-wished', 'therapist-wished', 'settled-early', 'other'] as const;
const EMPTY_STOP = { why: '', note: '' };

/** Harm stands first among the reasons. */
export function StopTest({ test, write }: ChangeTestProps) {
  const { fields, change, drop } = useFormDraft(`test-stop.${test.entry}`, EMPTY_STOP);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const stop = () => {
    const why = WHYS.find((one) => one === fields.why);
    setErrors(why === undefined ? [{ text: texts.whyMissing, field: `${id}-why` }] : []);
    if (why === undefined) return;
    drop();
    const note = fields.note.trim();
    void write('trial-change', { trial: test.entry, change: 'ended', why, note });
  };
  return (
    <WriteFold summary={texts.stop}>
      <FormErrors title={texts.cannotStop} errors={errors} />
      <p>{texts.stopWhat}</p>
      <ChoiceList
        id={`${id}-why`}
        legend={texts.why}
        choices={WHYS.map((why) => [why, texts.whys[why]])}
        chosen={fields.why}
        onChoose={(why) => change({ why })}
      />
      {fields.why === 'harm' ? <p className="notice">{texts.harm}</p> : null}
      <TextArea
        label={texts.stopNote}
        rows={2}
        value={fields.note}
        onChange={(note) => change({ note })}
      />
      <button type="button" className="button" onClick={stop}>
        {texts.stopNow}
      </button>
    </WriteFold>
  );
}
