import type { Warning } from '../../src/document/policy-document.ts';
import { failedReading, type ReadFailure, type Reading } from './reading.ts';

/** What a format's reader got out of the bytes, before it is checked and given a name and digest. */
export interface Extraction {
  readonly kind: 'extracted';
  readonly text: string;
  /** For paged formats: the line (from 1) on which each page starts; null otherwise. */
  readonly pageStarts: readonly number[] | null;
  /** The text came through optical character recognition. */
  readonly ocr: boolean;
  readonly warnings: readonly Warning[];
}

export type FailedReading = Extract<Reading, { kind: 'failure' }>;

export type ReadOutcome = Extraction | FailedReading;

/** A file that is not read, and why, with the remedy where there is one. */
export function refuse(reason: ReadFailure, message: string): FailedReading {
  return failedReading(reason, message);
}

/** An extraction of an unpaged format, without warnings unless given. */
export function extract(text: string, warnings: readonly Warning[] = []): Extraction {
  return { kind: 'extracted', text, pageStarts: null, ocr: false, warnings };
}
