import type { Warning } from '../../src/document/policy-document.ts';

/** What a reader got out of a file's bytes. The text is what every later span and line number refers to. */
export interface Extraction {
  readonly kind: 'extracted';
  readonly text: string;
  /** For paged formats: the line (from 1) on which each page starts; null otherwise. */
  readonly pageStarts: readonly number[] | null;
  /** The text came through optical character recognition. */
  readonly ocr: boolean;
  readonly warnings: readonly Warning[];
}

/** Why a file could not be read, in the words of the ingest report, with the remedy where there is one. */
export interface ReadFailure {
  readonly kind: 'failed';
  readonly reason: string;
}

export type ReadOutcome = Extraction | ReadFailure;

/** A file that is not read, and why. */
export function refuse(reason: string): ReadFailure {
  return { kind: 'failed', reason };
}

/** An extraction of an unpaged format, without warnings unless given. */
export function extract(text: string, warnings: readonly Warning[] = []): Extraction {
  return { kind: 'extracted', text, pageStarts: null, ocr: false, warnings };
}
