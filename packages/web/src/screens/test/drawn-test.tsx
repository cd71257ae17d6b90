import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { type Chosen, fix, priorOf, withHash } from '../../state/test-setup.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { writerOf } from '../../state/writer.ts';
import { DrawnWeeks } from './drawn-weeks.tsx';
import { testSetupTexts as texts } from './test.words.ts';
import { questionText } from './test-sentences.ts';

interface DrawnTestProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly chosen: Chosen;
  readonly seed: string;
  readonly onChange: () => void;
  readonly onBegun: () => void;
}

/** The weeks that chance drew, with what is booked in them; from here the test is started. */
export function DrawnTest({ at, handle, chosen, seed, onChange, onBegun }: DrawnTestProps) {
  const { engine, record } = at;
  const { id } = record.client;
  const navigate = useNavigate();
  const { errors, isBusy, submit } = useForm();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { loaded } = useLoaded(useCallback(() => priorOf(id, chosen), [id, chosen]));
  const prior = loaded.status === 'here' ? loaded.value : null;
  const test = useMemo(
    () => fix(chosen, engine.knowledge.release, seed, prior),
    [chosen, engine, seed, prior],
  );
  const begin = () =>
    submit([], async () => {
      if (!isSecureContext) throw new Error(texts.notSecure);
      const body = await withHash(test);
      await writerOf(at, handle)('trial', body);
      onBegun();
      await navigate({ to: '/clients/$id', params: { id }, hash: 'tests' });
    });
  return (
    <>
      <FormErrors title={texts.cannotBegin} errors={errors} />
      <p>
        <b>{questionText(chosen.rating.asked, chosen.important, test.plan)}</b>
      </p>
      <p>{test.told}</p>
      {prior ? <p>{texts.prior(prior.people)}</p> : null}
      <h2 ref={heading} tabIndex={-1}>
        {texts.drawn}
      </h2>
      <DrawnWeeks test={test} record={record} />
      <p className="hint">{texts.again}</p>
      <p>{texts.blind}</p>
      <p>{texts.ordinary[chosen.arms.compares]}</p>
      <p>{texts.stopping}</p>
      <p>{texts.agree}</p>
      <div className="main-action">
        <button
          type="button"
          className="button button-main"
          disabled={isBusy || loaded.status === 'loading'}
          onClick={begin}
        >
          {texts.begin}
        </button>
        <button type="button" className="button" onClick={onChange}>
          {texts.change}
        </button>
      </div>
    </>
  );
}
