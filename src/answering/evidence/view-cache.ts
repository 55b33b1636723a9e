import type { Corpus } from '../corpus.ts';
import { type DocumentView, viewOf } from './document-view.ts';

/** What gathering keeps between questions: the views of documents of the generation. */
export interface ViewCache {
  view(id: string): Promise<DocumentView>;
}

/** A view that is kept, and how long its document is; 0 while it is being opened. */
interface Kept {
  readonly view: Promise<DocumentView>;
  characters: number;
}

/**
 * Text whose views are kept, in characters: some 80,000 passages, which take up to 300 MB with all that was worked out of
 * them. Documents differ a hundredfold in length, so their number would say little about memory.
 */
const MOST_CHARACTERS = 12_000_000;

/** Remembers the views last used, of documents with so many characters together; a generation has its own cache. */
export function viewCache(corpus: Pick<Corpus, 'document'>, mostCharacters = MOST_CHARACTERS): ViewCache {
  const views = new Map<string, Kept>();
  let characters = 0;

  const forget = (id: string, kept: Kept): void => {
    if (views.delete(id)) characters -= kept.characters;
  };
  const makeRoom = (): void => {
    for (const [id, kept] of views) {
      if (characters <= mostCharacters) return;
      if (kept.characters > 0) forget(id, kept);
    }
  };
  const open = (id: string): Kept => {
    const kept: Kept = { view: corpus.document(id).then(viewOf), characters: 0 };
    kept.view.then(
      ({ ingested }) => {
        kept.characters = ingested.source.text.length;
        characters += kept.characters;
        makeRoom();
      },
      () => forget(id, kept),
    );
    return kept;
  };
  return {
    view: (id) => {
      const kept = views.get(id) ?? open(id);
      views.delete(id);
      views.set(id, kept);
      return kept.view;
    },
  };
}
