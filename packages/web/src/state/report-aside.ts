import { reportOf, type TestFacts, type TestReport } from '@assuage/outcomes';

/** What a test says, worked out off the page's own thread; on it, where a browser has no other. */
export const reportAside = (facts: TestFacts): Promise<TestReport> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' });
    const end = (report: TestReport) => {
      worker.terminate();
      resolve(report);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<TestReport>) => end(data));
    worker.addEventListener('error', () => end(reportOf(facts)));
    worker.postMessage(facts);
  });
