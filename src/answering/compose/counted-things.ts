import type { PassageKind } from '../../document/passage.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countsUnit } from '../evidence/likelier.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { headedDraft } from './lists.ts';
import { MEASURES, TIMES } from './measures.ts';
import { readable, sentenceStatement, wanted } from './passages.ts';

/** "Công bố mấy thủ tục?": the sentence that says how many there are in so many words, where it fits about as well as the best. */
export function countingSentence(understanding: Understanding, evidence: Evidence): Draft | null {
  const [best] = readable(evidence.sentences);
  const { askedUnit } = understanding;
  if (best === undefined || askedUnit === null) return null;
  const least = Math.max(LIST_COVERAGE, best.coverage - THRESHOLDS.tie);
  const counting = readable(evidence.sentences).find(
    ({ item, coverage }) => coverage >= least && !UNCOUNTED.has(item.passage.kind) && countsUnit(item, askedUnit),
  );
  if (counting === undefined) return null;
  const statement = sentenceStatement(counting.view, counting.item, wanted(understanding));
  return draft('answered', enumerationStatements(counting.view, counting.item) ?? [statement]);
}

/** "Bao nhiêu …" of things the document lists one by one: the list, counted. */
export function countedList(evidence: Evidence): Draft | null {
  const [best] = readable(evidence.sentences);
  if (best === undefined || best.coverage < LIST_COVERAGE) return null;
  const statements = enumerationStatements(best.view, best.item);
  return statements === null ? null : draft('answered', statements);
}

const LIST_COVERAGE = 0.7;
/** A row counts its own thing, and what a document rests on counts things of others. */
const UNCOUNTED: ReadonlySet<PassageKind> = new Set<PassageKind>(['row', 'basis']);

/** "Có mấy phòng?": the things named by a heading that counts or lists just them. */
export function thingsBelow(understanding: Understanding, evidence: Evidence): Draft | null {
  const { askedUnit } = understanding;
  if (askedUnit === null || TIMES.has(askedUnit) || MEASURES.has(askedUnit)) return null;
  return headedDraft(understanding, evidence, ({ text }) => termsOf(text).includes(askedUnit));
}
