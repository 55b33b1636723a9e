import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countsUnit } from '../evidence/likelier.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { headedDraft } from './lists.ts';
import { MEASURES, TIMES } from './measures.ts';
import { readable, sentenceStatement, wanted } from './passages.ts';

/** "Công bố mấy thủ tục?": the sentence that fits best, where it says how many there are in so many words. */
export function countingSentence(understanding: Understanding, evidence: Evidence): Draft | null {
  const [best] = readable(evidence.sentences);
  const { askedUnit } = understanding;
  if (best === undefined || askedUnit === null || best.coverage < LIST_COVERAGE) return null;
  if (best.item.passage.kind === 'row' || !countsUnit(best.item, askedUnit)) return null;
  const statement = sentenceStatement(best.view, best.item, wanted(understanding));
  return draft('answered', enumerationStatements(best.view, best.item) ?? [statement]);
}

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
