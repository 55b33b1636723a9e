import { parentPort, workerData } from 'node:worker_threads';
import type { ReadOutcome } from './extraction.ts';
import type { IsolatedJob } from './isolation.ts';

/** The thread behind `readIsolated`: one job in, one outcome out; what it throws is reported by the caller. */
const job: IsolatedJob = workerData;
parentPort?.postMessage(await run());

/** A thread loads only the libraries its format needs. */
async function run(): Promise<ReadOutcome> {
  if (job.format === 'docx') return (await import('./docx.ts')).extractDocx(job.bytes, job.limits);
  return (await import('./html.ts')).extractHtml(job.bytes, job.limits);
}
