import type { Corpus } from '../corpus.ts';
import { type DocumentView, viewOf } from './document-view.ts';

/** What gathering keeps between questions: the views of documents of the generation. */
export interface ViewCache {
  view(id: string): Promise<DocumentView>;
}

/** Remembers the views last used; a generation has its own cache. */
export function viewCache(corpus: Corpus, size = 256): ViewCache {
  const views = new Map<string, Promise<DocumentView>>();
  return {
    view: (id) => {
      const known = views.get(id);
      const view = known ?? corpus.document(id).then(viewOf);
      views.delete(id);
      views.set(id, view);
      if (known === undefined) {
        view.catch(() => views.delete(id));
        const [oldest] = views.keys();
        if (views.size > size && oldest !== undefined) views.delete(oldest);
      }
      return view;
    },
  };
}
