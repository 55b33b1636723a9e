import { type Concept, conceptForm } from './concept.ts';
import type { Word } from './concepts.ts';

/** Nouns that are told apart by a number, folded: "đợt 2", "cấp VI", "mức 1". Parts of documents are read elsewhere. */
const NOUNS =
  '(?:dot|cap|muc|loai|hang|bac|vung|tuyen|du an|tieu du an|nhom|khu vuc|buoc|giai doan|mau|ki|khoa|tieu chi)';
const NUMBERED = new RegExp(`(?:^| )(${NOUNS} (?:[1-9]\\d?|i{2,3}|iv|vi{1,3}|ix|v))(?= |$)`, 'g');
/** A figure before a unit counts, and numbers nothing: "nhóm 3 người", "mức 20 triệu". */
const COUNTS =
  /^ (?:nguoi|trieu|nghin|ngan|dong|ti|ngay|thang|nam|tuan|gio|tuoi|lan|phan tram|hoc sinh|ho|xa|phuong|tinh)(?: |$)/;

/** The numbered things a question names: an answer speaks of just these, not of their neighbours. */
export function readNumberedThings(words: readonly Word[]): Concept[] {
  // "Mục 1" is a part of a document; only "mức 1" is a thing.
  const terms = words.map(({ term, printed }) => (term === 'muc' && !/^mức$/iu.test(printed) ? '-' : term));
  const folded = terms.join(' ');
  return [...folded.matchAll(NUMBERED)].flatMap((match) => {
    const label = match[1] ?? '';
    if (COUNTS.test(folded.slice(match.index + match[0].length))) return [];
    return [{ label, weight: WEIGHT, forms: [conceptForm(label.split(' '), 1)] }];
  });
}

const WEIGHT = 4;
