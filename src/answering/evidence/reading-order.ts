import type { Passage } from '../../document/passage.ts';

/** The passages of one document as they follow each other. */
export interface ReadingOrder {
  /** The place of a passage, from 0; -1 for one of another document. */
  placeOf(passage: Passage): number;
  /** The nearest passage above one that is as asked for; null when there is none. */
  nearestAbove(passage: Passage, isIt: (above: Passage) => boolean): Passage | null;
}

/** Numbers the passages of a document once. */
export function readingOrder(passages: readonly Passage[]): ReadingOrder {
  const places = new Map(passages.map((passage, place) => [passage, place]));
  const placeOf = (passage: Passage) => places.get(passage) ?? -1;
  return {
    placeOf,
    nearestAbove: (passage, isIt) => {
      for (let place = placeOf(passage) - 1; place >= 0; place -= 1) {
        const above = passages[place];
        if (above !== undefined && isIt(above)) return above;
      }
      return null;
    },
  };
}
