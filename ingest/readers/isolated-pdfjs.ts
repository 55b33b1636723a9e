import { parentPort, workerData } from 'node:worker_threads';
import { type PdfJsJob, readWithPdfJs } from './pdfjs-reader.ts';

/** The thread in which pdf.js reads one file; what it throws is reported by the caller. */
const job: PdfJsJob = workerData;
parentPort?.postMessage({ kind: 'pages', pages: await readWithPdfJs(job) });
