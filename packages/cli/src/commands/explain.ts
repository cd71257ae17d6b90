/** `assuage explain WORD`: what a limit, a rule, or every rule of a subject says, and why. */
import {
  createSearch,
  didYouMean,
  type Fact,
  type Knowledge,
  type Technique,
} from '@assuage/knowledge';
import {
  type CompiledRule,
  compileEngine,
  EMPTY_PROFILE,
  type Engine,
  evaluate,
  explain as explainEnvelope,
  type Statement,
} from '@assuage/safety';
import { limitsWith, nearestLimits } from '../input/limits.ts';
import { bullet, fold, lowerFirst, wordList } from '../report/layout.ts';
import { type ReasonReport, reportReason } from '../report/plan-report.ts';
import { sources } from '../report/plan-text.ts';
import { describeAt } from '../report/where.ts';
import { SURE_WORDS } from '../report/words.ts';
import { fail, ok, type Result } from '../result.ts';

/** Any day will do: the answers below are given on it. */
const DAY = '2000-01-01';
const BY = 'example';

/** @param word the id of a limit or of a rule, or a word for a subject ("RA") */
export function explain(knowledge: Knowledge, word: string): Result<string, string> {
  const engine = compileEngine(knowledge);
  const limit = engine.limit(word);
  if (limit) return ok(explainRule(engine, limit.rule, word));
  const rule = engine.rules.find((candidate) => candidate.rule.id === word);
  if (rule) return ok(explainRule(engine, rule));

  const kinds = ['condition', 'medicine', 'finding', 'technique'] as const;
  const { exact, suggestions } = createSearch(knowledge).find(word, kinds);
  const subjects = exact.flatMap((match) =>
    match.kind === 'place'
      ? []
      : match.ids.flatMap((id) => engine.fact(id) ?? engine.technique(id) ?? []),
  );
  if (subjects.length > 0)
    return ok(subjects.map((subject) => explainSubject(engine, subject)).join('\n\n'));
  const [hints = []] = [
    nearestLimits(engine, word),
    suggestions.map((match) => match.word),
    limitsWith(engine, word),
  ].filter((some) => some.length > 0);
  return fail(
    `no limit, rule, condition, medicine, finding or technique is called "${word}"${didYouMean(hints)}`,
  );
}

function explainSubject(engine: Engine, subject: Fact | Technique): string {
  const own = engine.rules.filter((rule) => rule.subject.id === subject.id);
  const mentions = engine.rules.filter(
    (rule) => rule.subject.id !== subject.id && isNamedIn(engine, rule, subject),
  );
  const broader = subject.under.map(
    (id) => engine.fact(id)?.name ?? engine.technique(id)?.name ?? id,
  );
  const medicines = engine.knowledge.medicineNames
    .filter(({ classes }) => classes.includes(subject.id))
    .map(({ words: [name, ...others] }) =>
      others.length > 0 ? `${name} (${others.join(', ')})` : name,
    );
  return [
    `${subject.name} (${subject.kind} ${subject.id})`,
    fold(subject.plain),
    ...(subject.also.length > 0 ? [fold(subject.also.join(', '), 'Also: ')] : []),
    ...(medicines.length > 0 ? [fold(medicines.join('; '), 'Medicines: ')] : []),
    ...(broader.length > 0
      ? [fold(`${wordList(broader)}: their rules hold as well.`, 'A kind of: ')]
      : []),
    ...(own.length > 0
      ? own.flatMap((rule) => ['', explainRule(engine, rule)])
      : ['', 'It has no rules of its own.']),
    ...(mentions.length > 0
      ? ['', 'Rules elsewhere that name it:', ...mentions.map(({ rule }) => bullet(rule.id))]
      : []),
  ].join('\n');
}

function isNamedIn(engine: Engine, rule: CompiledRule, subject: Fact | Technique): boolean {
  if (subject.kind !== 'technique')
    return rule.terms.some((term) =>
      term.some(({ fact }) => engine.facts[fact]?.id === subject.id),
    );
  return rule.rule.limits.some((limit) => 'exclude' in limit && limit.exclude.includes(subject.id));
}

/** @param only the id of the one limit to explain; left out: every limit of the rule */
function explainRule(engine: Engine, compiled: CompiledRule, only?: string): string {
  const reasons = supposeRule(engine, compiled).filter(({ limit }) => !only || limit === only);
  const [first] = reasons;
  return [
    `Rule ${compiled.rule.id} (in the file of: ${compiled.subject.name})`,
    fold(compiled.rule.because, '  '),
    fold(describeWhen(engine, compiled), '  Holds: '),
    ...reasons.flatMap((reason) => {
      const limit = compiled.limits.find(({ id }) => id === reason.limit)?.limit;
      const at = limit && 'at' in limit && limit.at ? describeAt(engine, limit.at) : undefined;
      const example = wordList(
        reason.facts.flatMap(({ name, places }) =>
          places.map((place) => `${lowerFirst(name)} at the ${lowerFirst(place.name)}`),
        ),
      );
      return [
        '',
        `  Limit ${reason.limit}`,
        fold(
          `${reason.says}${example === '' ? '' : ` (For example: ${example}.)`}`,
          '    Changes: ',
        ),
        ...(at === undefined ? [] : [fold(at, '    Where: ')]),
        fold(
          reason.basis === 'cited'
            ? `a source says this very limit (${SURE_WORDS[reason.sure]})`
            : `our judgement (${SURE_WORDS[reason.sure]}); the sources are what it leans on`,
          '    Basis: ',
        ),
        ...reason.sources.flatMap((source) => [
          ...sources('Source', [source]),
          ...(source.says === null ? [] : [fold(`It says: ${source.says}`, '      ')]),
        ]),
        fold(reason.release, '    Released: '),
      ];
    }),
    ...(first ? sources('A milder source, not followed', first.disagree) : []),
  ].join('\n');
}

/**
 * The reasons that a plan would give if the first way for the rule to hold were true, and every other
 * way were not.
 */
function supposeRule(engine: Engine, compiled: CompiledRule): ReasonReport[] {
  const [term = []] = compiled.terms;
  const followed = compiled.limits.flatMap(({ places }) => places.following);
  const holding = [
    ...followed.map(({ fact }) => statementFor(engine, fact)),
    ...term.map(({ fact, atLeast, below }) =>
      statementFor(
        engine,
        fact,
        Number.isNaN(atLeast) ? (Number.isNaN(below) ? undefined : below - 1) : atLeast,
      ),
    ),
  ];
  const implied = new Set(holding.flatMap(({ fact }) => [fact, ...engine.ancestors(fact)]));
  const others = compiled.terms
    .flat()
    .flatMap(({ fact }) => engine.facts[fact]?.id ?? [])
    .filter((fact) => !implied.has(fact))
    .map((fact): Statement => ({ fact, answer: 'no', by: BY, at: DAY }));
  const facts = new Map([...others, ...holding].map((statement) => [statement.fact, statement]));
  const profile = { ...EMPTY_PROFILE, facts };
  const envelope = evaluate(engine, profile, { today: DAY });
  return explainEnvelope(engine, profile, envelope)
    .filter(({ rule }) => rule === compiled.rule.id)
    .map((reason) => reportReason(engine, reason));
}

/** "Yes", at an example place for facts that have places. */
function statementFor(engine: Engine, index: number, value?: number): Statement {
  const fact = engine.facts[index];
  if (!fact) throw new Error(`no fact ${index}`);
  const where = 'places' in fact ? fact.places : undefined;
  return {
    fact: fact.id,
    answer: 'yes',
    ...(value === undefined ? {} : { value }),
    ...(where === undefined
      ? {}
      : { places: [where === 'joint' ? 'wrist-right' : 'forearm-right'] }),
    by: BY,
    at: DAY,
  };
}

function describeWhen(engine: Engine, { always, terms }: CompiledRule): string {
  if (always) return 'for everyone.';
  const ways = terms.map((term) =>
    wordList(
      term.map(({ fact: index, atLeast, below }) => {
        const fact = engine.facts[index];
        const unit = fact?.kind === 'finding' ? (fact.quantity?.unit ?? '') : '';
        const name = lowerFirst(fact?.name ?? '');
        if (!Number.isNaN(atLeast)) return `${name} at least ${atLeast} ${unit}`;
        return Number.isNaN(below) ? name : `${name} below ${below} ${unit}`;
      }),
    ),
  );
  return `with ${ways.join('; or with ')}.`;
}
