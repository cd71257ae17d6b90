/** What studies found as pages, made once for the life of the page, and only when somebody asks. */
import { createEvidencePages, type EvidencePages } from '@assuage/handbook';
import { localToday } from '../../components/times.ts';
import { getEvidence } from '../../state/api.ts';
import { loadWorkplace } from '../../state/engine.ts';

let pages: Promise<EvidencePages> | undefined;

/** A failure is not kept: the next page tries again. */
export function loadEvidence(): Promise<EvidencePages> {
  pages ??= Promise.all([loadWorkplace(), getEvidence()]).then(
    ([{ engine }, library]) => createEvidencePages(engine, library, localToday()),
    (error: unknown) => {
      pages = undefined;
      throw error;
    },
  );
  return pages;
}
