import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { headedDraft } from './lists.ts';
import { MEASURES, TIMES } from './measures.ts';
import { readable } from './passages.ts';

/** "Bao nhiêu …" of things the document lists one by one: the list, counted. */
export function countedList(evidence: Evidence): Draft | null {
  const [best] = readable(evidence.sentences);
  if (best === undefined || best.coverage < LIST_COVERAGE) return null;
  const statements = enumerationStatements(best.view, best.item);
  return statements === null ? null : draft('answered', statements);
}

const LIST_COVERAGE = 0.7;

/** "Có mấy phòng?": the things named by a heading that counts or lists just them. */
export function thingsBelow(understanding: Understanding, evidence: Evidence): Draft | null {
  const { askedUnit } = understanding;
  if (askedUnit === null || TIMES.has(askedUnit) || MEASURES.has(askedUnit)) return null;
  return headedDraft(understanding, evidence, ({ text }) => termsOf(text).includes(askedUnit));
}
