import { parentPort } from 'node:worker_threads';

/** A thread that answers a number with twice as much, after as many milliseconds, ends after a negative one, and dies of anything else. */
const port = parentPort;
port?.on('message', (job: unknown) => {
  if (typeof job !== 'number') throw new Error('not a number');
  setTimeout(() => {
    port.postMessage(job * 2);
    if (job < 0) port.close();
  }, Math.abs(job));
});
