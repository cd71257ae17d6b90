import type { StudyTable } from './input/studies.ts';
import type { Fit } from './model.ts';
import type { Report } from './report.ts';

/** Every number of a report with the table it was read from, as plain data to be written as JSON. */
export function poolingJson(found: Report, table: StudyTable): unknown {
  const { fit, studies, influence, withoutEach, otherwise, bias, dependent, subgroups } = found;
  const plain = (each: Fit) => ({ ...each, effects: undefined, moderators: undefined });
  return {
    format: 'assuage-pooling-1',
    readAs: table.readAs,
    measure: found.measure,
    better: found.better,
    summary: found.summary,
    notes: found.notes,
    studies: studies.map((study, i) => ({
      ...study,
      weight: fit?.weights[i] ?? null,
      influence: influence?.[i] ?? null,
      pooledWithout: withoutEach?.[i]?.coefficients[0] ?? null,
    })),
    leftOut: table.leftOut,
    moderators: table.moderators,
    labels: table.labels,
    assumedCorrelations: table.assumed,
    importantChange: found.important,
    pooled: found.pooled,
    fit: fit && plain(fit),
    dependent: dependent && {
      cohorts: dependent.cohorts,
      robust: dependent.robust,
      ...dependent.fit,
      blocks: undefined,
    },
    subgroups: subgroups && {
      column: subgroups.name,
      between: subgroups.found.between,
      groups: subgroups.found.groups.map(({ name, fit: own }) => ({ name, ...plain(own) })),
    },
    cumulative: found.cumulative,
    spreadInterval: found.spread,
    predictionInterval: found.prediction,
    otherwise: otherwise && {
      knha: plain(otherwise.knha),
      derSimonianLaird: plain(otherwise.derSimonianLaird),
    },
    bias: bias && {
      egger: bias.egger,
      mixed: bias.mixed,
      trimAndFill: { ...bias.trimAndFill, fit: plain(bias.trimAndFill.fit) },
    },
  };
}
