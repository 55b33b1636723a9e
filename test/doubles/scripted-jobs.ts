import type { IngestionJob, IngestionJobs } from '../../src/http/operations/ingestion-jobs.ts';

/** Takes every upload, writes down what came, and ends the job when it is looked at the third time. */
export function scriptedJobs(seen: string[]): IngestionJobs {
  const job: IngestionJob = {
    id: 'j1',
    state: 'running',
    createdAt: '2026-11-23T08:00:00Z',
    files: [],
    lines: ['Đọc 1/1: ke-hoach.txt'],
    report: null,
  };
  const report = {
    documents: [{ file: 'ke-hoach.txt', number: '1/KH-UBND', counts: { targets: 2, assignments: 3, passages: 4 } }],
    failures: [],
    total: 6,
  };
  let looked = 0;
  return {
    add: async (files) => {
      for (const { name, bytes } of files) seen.push(`${name}: ${new TextDecoder().decode(bytes)}`);
      return job;
    },
    remove: async () => job,
    find: () => {
      looked += 1;
      return looked < 3 ? job : { ...job, state: 'done', report };
    },
    changed: async () => {},
  };
}
