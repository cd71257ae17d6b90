import { CERTAINTY_WORDS, DOMAIN_WORDS } from '@assuage/handbook';
import { DOMAINS } from '@assuage/knowledge';
import { type FormEvent, useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useForm } from '../../state/use-form.ts';
import { certaintyTexts as texts } from './certainty.words.ts';
import { type Domain, type Judged, judgedFrom, type TypedStep, typedFrom } from './judged.ts';

const STARTS = [
  ['high', texts.startChoices.high],
  ['low', texts.startChoices.low],
] as const;
const STEPS = [
  ['0', texts.steps['0']],
  ['1', texts.steps['1']],
  ['2', texts.steps['2']],
] as const;

interface CertaintyFormProps {
  readonly begin: Pick<Judged, 'start' | 'down'>;
  /** A change of the practice counts now, and may be taken back. */
  readonly isChanged: boolean;
  /** @param judged null: as the knowledge says */
  readonly onSave: (judged: Judged | null, because: string) => Promise<void>;
}

/** The way of GRADE: where it starts, and each step down with its reason. */
export function CertaintyForm({ begin, isChanged, onSave }: CertaintyFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(() => typedFrom(begin));
  const [because, setBecause] = useState('');
  const { errors, isBusy, submit } = useForm();
  const judged = judgedFrom(typed);
  const reasonId = (domain: Domain) => `${id}-${domain}`;
  const becauseId = `${id}-because`;
  const needBecause = because.trim() === '' ? [{ text: texts.needBecause, field: becauseId }] : [];
  const change = (domain: Domain, changed: Partial<TypedStep>) =>
    setTyped({
      ...typed,
      down: { ...typed.down, [domain]: { ...typed.down[domain], ...changed } },
    });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const unexplained = judged.down.filter((one) => one.because === '');
    submit(
      [
        ...unexplained.map((one) => ({
          text: texts.needReason(DOMAIN_WORDS[one.for]),
          field: reasonId(one.for),
        })),
        ...needBecause,
      ],
      () => onSave(judged, because.trim()),
    );
  };
  return (
    <form onSubmit={save} noValidate>
      <FormErrors title={texts.errors} errors={errors} />
      <p>{texts.changeWhat}</p>
      <ChoiceList
        legend={texts.start}
        choices={STARTS}
        chosen={typed.start}
        onChoose={(start) => setTyped({ ...typed, start })}
      />
      {DOMAINS.map((domain) => {
        const { steps, because: reason } = typed.down[domain];
        return (
          <div key={domain}>
            <ChoiceList
              legend={texts.down(DOMAIN_WORDS[domain])}
              choices={STEPS}
              chosen={steps}
              onChoose={(chosen) => change(domain, { steps: chosen })}
            />
            {steps === '0' ? null : (
              <TextField
                id={reasonId(domain)}
                label={texts.reason(DOMAIN_WORDS[domain])}
                value={reason}
                onChange={(text) => change(domain, { because: text })}
              />
            )}
          </div>
        );
      })}
      <p>
        <b>{texts.leaves(CERTAINTY_WORDS[judged.certainty])}</b>
      </p>
      <TextArea id={becauseId} label={texts.because} value={because} onChange={setBecause} />
      <div className="buttons">
        <button type="submit" className="button" disabled={isBusy}>
          {texts.save}
        </button>
        {isChanged ? (
          <button
            type="button"
            className="button button-plain"
            disabled={isBusy}
            onClick={() => submit(needBecause, () => onSave(null, because.trim()))}
          >
            {texts.again}
          </button>
        ) : null}
      </div>
    </form>
  );
}
