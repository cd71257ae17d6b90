// Every worked example, through the real command: what the sources say must come out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assuage, ROOT } from './assuage.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
/** The part of the JSON output that is looked at here. */
interface Report {
  readonly decision: { readonly known: string; readonly untilAnswered: string };
  readonly questions: readonly { readonly id: string }[];
  readonly limits: {
    readonly doNotTouch: readonly Named[];
    readonly pressure: readonly { readonly most: number; readonly places: readonly Named[] }[];
    readonly leaveOut: readonly {
      readonly techniques: readonly Named[];
      readonly places: readonly Named[];
    }[];
    readonly heat: { readonly avoid: readonly Named[]; readonly caution: readonly Named[] };
    readonly cold: { readonly avoid: readonly Named[]; readonly caution: readonly Named[] };
    readonly minutes: { readonly session: number | null };
  };
  readonly plan: {
    readonly minutes: number;
    readonly segments: readonly {
      readonly places: readonly Named[];
      readonly technique: Named;
      readonly pressure: number;
    }[];
    readonly substitutions: readonly { readonly wished: Named }[];
  };
  readonly reasons: readonly { readonly limit: string }[];
}

const TODAY = '2026-03-02';

async function report(example: string): Promise<Report & { readonly code: number | null }> {
  const { code, stdout, stderr } = await assuage([
    'plan',
    `examples/${example}`,
    '--format',
    'json',
    '--today',
    TODAY,
  ]);
  expect(stderr).toBe('');
  return { code, ...(JSON.parse(stdout) as Report) };
}
const ids = (named: readonly Named[]): string[] => named.map(({ id }) => id);
const out = ({ limits }: Report): string[] =>
  limits.leaveOut.flatMap(({ techniques }) => ids(techniques));
const worked = ({ plan }: Report): string[] => plan.segments.flatMap(({ places }) => ids(places));
const used = ({ plan }: Report): string[] => plan.segments.map(({ technique }) => technique.id);
const wishedInVain = ({ plan }: Report): string[] =>
  plan.substitutions.map(({ wished }) => wished.id);
const hardest = ({ plan }: Report): number =>
  Math.max(...plan.segments.map(({ pressure }) => pressure));

describe('the worked examples', () => {
  test('rheumatoid arthritis with a hot right wrist: nothing on or beyond it, no heat there', async () => {
    const plan = await report('ra-hot-wrist.yaml');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'adapt', untilAnswered: 'adapt' } });
    expect(ids(plan.limits.doNotTouch)).toEqual(['wrist-right', 'hand-right']);
    expect(
      ids(plan.limits.heat.avoid).some((place) =>
        ['wrist-right', 'arm-right', 'everywhere'].includes(place),
      ),
    ).toBe(true);
    expect(worked(plan).length).toBeGreaterThan(0);
    for (const place of worked(plan))
      expect(place).not.toMatch(/(wrist|hand|palm).*right|foot.*left/);
    expect(hardest(plan)).toBeLessThanOrEqual(2);
    expect(wishedInVain(plan)).toContain('deep-tissue');
  });

  test('rheumatoid arthritis, neck never assessed: a question, and no neck traction or end-range work meanwhile', async () => {
    const plan = await report('ra-neck-never-assessed.yaml');
    expect(plan.code).toBe(3);
    expect(plan.decision.known).toBe('adapt');
    expect(plan.questions.map(({ id }) => id)).toContain('neck-unchecked');
    const limited = plan.limits.leaveOut.filter(({ techniques }) =>
      ids(techniques).some((id) =>
        ['cervical-traction', 'end-range-neck', 'forceful-joint-work'].includes(id),
      ),
    );
    expect(limited.length).toBeGreaterThan(0);
    expect(wishedInVain(plan)).toContain('cervical-traction');
    expect(used(plan)).not.toContain('cervical-traction');
  });

  test('multiple sclerosis with a heated table planned: heat is out, cold is questioned', async () => {
    const plan = await report('ms-heated-table.yaml');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'adapt' } });
    expect(ids(plan.limits.heat.avoid)).toEqual(['everywhere']);
    expect(plan.questions.map(({ id }) => id)).toContain('cold-worsens-spasm');
    expect(plan.limits.cold.avoid.length + plan.limits.cold.caution.length).toBeGreaterThan(0);
    expect(wishedInVain(plan)).toContain('heated-table');
  });

  test('a fentanyl patch and warm stones: no heat at all, hands off the patch', async () => {
    const plan = await report('fentanyl-patch-warm-stones.yaml');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'adapt' } });
    expect(ids(plan.limits.heat.avoid)).toEqual(['everywhere']);
    expect(ids(plan.limits.doNotTouch)).toEqual(['upper-arm-left']);
    expect(wishedInVain(plan)).toContain('hot-stone');
    expect(used(plan)).not.toContain('hot-stone');
  });

  test('one leg swollen and sore: get help now, no work anywhere', async () => {
    const plan = await report('swollen-leg.yaml');
    expect(plan).toMatchObject({ code: 5, decision: { known: 'refer-now' } });
    expect(ids(plan.limits.doNotTouch)).toEqual(['everywhere']);
    expect(plan.plan.segments).toEqual([]);
  });

  test('lupus, prednisolone 10 mg for a year, bruises: light, and no deep work', async () => {
    const plan = await report('lupus-prednisolone-bruises.yaml');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'adapt' } });
    expect(hardest(plan)).toBeLessThanOrEqual(2);
    expect(out(plan)).toContain('deep-work');
    expect(wishedInVain(plan)).toContain('deep-tissue');
    expect(plan.limits.heat.avoid.length + plan.limits.heat.caution.length).toBeGreaterThan(0);
  });

  test('fibromyalgia, first visit, wants deep tissue: short and light', async () => {
    const plan = await report('fibromyalgia-first-visit.yaml');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'adapt' } });
    expect(hardest(plan)).toBeLessThanOrEqual(2);
    expect(wishedInVain(plan)).toContain('deep-tissue');
    expect(plan.limits.minutes.session).toBeLessThan(60);
    expect(plan.plan.minutes).toBeLessThanOrEqual(plan.limits.minutes.session ?? 0);
  });

  test('Crohn’s disease in a flare, wants tummy work: ask first, hands off the tummy', async () => {
    const plan = await report('crohns-flare.yaml');
    expect(plan).toMatchObject({ code: 3, decision: { known: 'clear-first' } });
    expect(ids(plan.limits.doNotTouch)).toContain('abdomen');
    expect(wishedInVain(plan)).toContain('abdominal-massage');
    for (const place of worked(plan)) expect(place).not.toMatch(/abdomen|pelvis/);
  });

  test('insulin in the thigh 30 minutes ago: hands off the site, the rest may be worked', async () => {
    const plan = await report('insulin-thigh.yaml');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'adapt' } });
    expect(ids(plan.limits.doNotTouch)).toEqual(['thigh-front-right']);
    expect(ids(plan.limits.heat.avoid)).toContain('thigh-front-right');
    expect(worked(plan).length).toBeGreaterThan(0);
  });

  test('a healthy 30-year-old with a tired back: simply go', async () => {
    const plan = await report('healthy-tired-back.yaml');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'go', untilAnswered: 'go' } });
    expect(plan.questions).toEqual([]);
    expect(plan.limits.doNotTouch).toEqual([]);
    expect(plan.plan.minutes).toBe(60);
    expect(worked(plan).some((place) => place.includes('back'))).toBe(true);
  });

  test('the JSON example is read like the others', async () => {
    const plan = await report('osteoarthritis-knees.json');
    expect(plan).toMatchObject({ code: 0, decision: { known: 'adapt' } });
  });
});

test('every example says that the person is invented, is in the list, and is tested here', () => {
  const examples = readdirSync(join(ROOT, 'examples')).filter((file) =>
    /\.(yaml|json)$/.test(file),
  );
  const list = readFileSync(join(ROOT, 'examples/README.md'), 'utf8');
  const tests = readFileSync(import.meta.filename, 'utf8');
  expect(examples.length).toBe(11);
  for (const file of examples) {
    expect(readFileSync(join(ROOT, 'examples', file), 'utf8')).toContain('(invented)');
    expect(list).toContain(file);
    expect(tests).toContain(`report('${file}')`);
  }
});
