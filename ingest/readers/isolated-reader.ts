import { parentPort, workerData } from 'node:worker_threads';
import { extractDocx } from './docx.ts';
import type { ReadOutcome } from './extraction.ts';
import { extractHtml } from './html.ts';
import type { IsolatedJob } from './isolation.ts';

/** The thread behind `readIsolated`: one job in, one outcome out; what it throws is reported by the caller. */
const job: IsolatedJob = workerData;
const outcome: ReadOutcome =
  job.format === 'docx' ? await extractDocx(job.bytes, job.limits) : extractHtml(job.bytes, job.limits);
parentPort?.postMessage(outcome);
