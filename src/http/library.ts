import type { Ask } from '../answering/ask.ts';
import type { EntryKind } from '../index/entry.ts';
import type { IndexManifest } from '../index/ports.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** One retrieved entry with what each part of the search thought of it. */
export interface SearchHit {
  readonly id: string;
  readonly kind: EntryKind;
  readonly documentId: string;
  readonly score: number;
  /** What each part of the search gave it, 0 … 1. */
  readonly parts: { readonly lexical: number; readonly vector: number };
}

/** Raw retrieval, best first. */
export type Search = (query: string, k: number, signal: AbortSignal) => Promise<readonly SearchHit[]>;

/** The published generation, opened for reading and answering. */
export interface Library {
  readonly manifest: IndexManifest;
  readonly store: DocumentStore;
  readonly ask: Ask;
  readonly search: Search;
}

/** The library of the newest published generation; null while none is published. */
export type OpenLibrary = () => Promise<Library | null>;
