import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import type { PolicyDocument } from '../src/document/policy-document.ts';

/** Documents of a run put aside on the disk until they are published: thousands of them do not fit in memory. */
export interface DocumentSpool {
  /** Puts a packed document aside; what is returned is the document, whose parts are read back when they are looked at. */
  putAside(document: PolicyDocument, packed: Uint8Array): IngestedDocument;
  /** Removes the file; documents put aside cannot be read any more. */
  close(): void;
}

/** A document as bytes of its own, which a thread can hand over. */
export function packDocument(ingested: IngestedDocument): Uint8Array<ArrayBuffer> {
  return new Uint8Array(serialize(ingested));
}

/** Opens a spool in a file of its own; what a killed run left there is overwritten. */
export function openDocumentSpool(path: string): DocumentSpool {
  const file = openSync(path, 'w+');
  let end = 0;
  /** The document read last: its parts are looked at one after the other. */
  let last: { readonly start: number; readonly ingested: IngestedDocument } | null = null;

  const readBack = (start: number, length: number): IngestedDocument => {
    if (last?.start === start) return last.ingested;
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, start) !== length) throw new Error(`Tệp tạm ${path} bị cắt; hãy nạp lại.`);
    const ingested: IngestedDocument = deserialize(bytes);
    last = { start, ingested };
    return ingested;
  };
  return {
    putAside: (document, bytes) => {
      const start = end;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, start + at);
      end += bytes.length;
      const whole = () => readBack(start, bytes.length);
      return {
        document,
        get source() {
          return whole().source;
        },
        get outline() {
          return whole().outline;
        },
        get passages() {
          return whole().passages;
        },
        get targets() {
          return whole().targets;
        },
        get assignments() {
          return whole().assignments;
        },
        get entitlements() {
          return whole().entitlements;
        },
        get references() {
          return whole().references;
        },
      };
    },
    close: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
