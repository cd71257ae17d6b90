import { groupLimits, type HandbookRule, type LimitGroup } from '@assuage/handbook';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { SURE_WORDS } from '../../components/reason.words.ts';
import { Correction } from './correction.tsx';
import { knowledgeTexts as texts } from './knowledge.words.ts';
import { SourceList } from './source-list.tsx';

interface RuleCardProps {
  readonly rule: HandbookRule;
  /** Of the page that the rule stands on: it is not linked to itself. */
  readonly pageId: string;
  readonly release: string;
}

/** A rule: when it holds, why, what it changes, on what ground, and how to correct it. */
export function RuleCard({ rule, pageId, release }: RuleCardProps) {
  const others = rule.facts.filter(({ id }) => id !== pageId);
  return (
    <article
      id={rule.id}
      tabIndex={-1}
      className="reason knowledge-rule"
      aria-labelledby={`${rule.id}-title`}
    >
      <h3 id={`${rule.id}-title`}>
        {texts.when} {rule.when}
      </h3>
      <p>{rule.because}</p>
      {groupLimits(rule.limits).map((group) => (
        <Limits key={group.id} group={group} />
      ))}
      {rule.disagree.length === 0 ? null : (
        <div className="notice">
          <p>
            <b>{texts.disagree}</b> {texts.milder}
          </p>
          <SourceList sources={rule.disagree} />
        </div>
      )}
      {others.length === 0 ? null : (
        <p>
          {texts.depends}{' '}
          {others.map(({ id, name }, i) => (
            <Fragment key={id}>
              {i === 0 ? '' : ', '}
              <Link to="/knowledge/$id" params={{ id }}>
                {name}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      <Correction about={rule} release={release} />
    </article>
  );
}

/** What the rule changes, and on what ground: told in words, and by the edge around them. */
function Limits({ group }: { readonly group: LimitGroup }) {
  const isOurs = group.basis === 'judgement';
  return (
    <div className="knowledge-limit">
      {group.says.map((says) => (
        <p key={says} className="reason-change">
          {says}
        </p>
      ))}
      <p className={`basis basis-${group.basis}`}>
        <b>{isOurs ? texts.judgement : texts.cited}</b> <span>{SURE_WORDS[group.sure]}</span>
      </p>
      {group.sources.length === 0 ? null : (
        <>
          {isOurs ? <p>{texts.leansOn}</p> : null}
          <SourceList sources={group.sources} />
        </>
      )}
    </div>
  );
}
