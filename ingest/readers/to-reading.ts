import { createHash } from 'node:crypto';
import { findLineStarts, type SourceText } from '../../src/document/source-text.ts';
import { checkExtraction } from './check-extraction.ts';
import type { ReadOutcome } from './extraction.ts';
import type { ReaderLimits } from './limits.ts';
import type { Reading, SourceFile } from './reading.ts';

/** What a format's reader found, checked against the limits and given the file's name, digest and line starts. */
export function toReading(file: SourceFile, outcome: ReadOutcome, limits: ReaderLimits): Reading {
  const checked = checkExtraction(outcome, limits);
  if (checked.kind === 'failure') return checked;
  const source: SourceText = {
    file: file.name,
    digest: createHash('sha256').update(file.bytes).digest('hex'),
    text: checked.text,
    lineStarts: findLineStarts(checked.text),
    pageStarts: checked.pageStarts,
  };
  return { kind: 'text', source, warnings: checked.warnings, ocr: checked.ocr };
}
