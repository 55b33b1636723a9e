import type { Warning } from '../../src/document/policy-document.ts';
import type { SourceText } from '../../src/document/source-text.ts';

/** Why a file cannot be read at all. */
export type ReadFailure =
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'unsupported'
  | 'too-large'
  | 'protected'
  | 'damaged'
  | 'unreadable';

/** What a reader returns: the text with what was doubtful about it, or the reason there is none. */
export type Reading =
  | {
      readonly kind: 'text';
      readonly source: SourceText;
      readonly warnings: readonly Warning[];
      /** The text came through optical character recognition. */
      readonly ocr?: boolean;
    }
  | { readonly kind: 'failure'; readonly reason: ReadFailure; readonly message: string };

/** A file as it stands on disk or came by upload. */
export interface SourceFile {
  /** Name without folders, as citations show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Turns the bytes of one format into text. Expected defects of a file are values, never throws.
 * A format that knows its tables writes every row on one line as a Markdown pipe row (`| a | b |`, header row first,
 * then `| --- | --- |`), cells without line breaks and `|`; paragraphs are set apart by a blank line.
 */
export type Reader = (file: SourceFile) => Promise<Reading>;

/** A failed reading; the message names no file, its caller knows which one it asked for. */
export function failedReading(reason: ReadFailure, message: string): Extract<Reading, { kind: 'failure' }> {
  return { kind: 'failure', reason, message };
}
