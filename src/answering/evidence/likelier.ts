import type { Understanding } from '../understand/understanding.ts';
import { askedKind } from './asked-kind.ts';
import { explainsAsked, fillsAsked } from './defined-subject.ts';
import type { Sentence } from './document-view.ts';
import type { Found } from './evidence.ts';
import { pairsIn } from './term-set.ts';

/**
 * What states the kind of thing asked for (a day for "ngày nào"), and a figure of what is counted ("5.000 cuốn" for "bao
 * nhiêu cuốn"), makes a sentence likelier; looked for in the best ones.
 */
const ASKED_KIND = 0.06;
const ASKED_UNIT = 0.12;
const LOOKED_AT = 60;

export function withAskedKind(
  found: readonly Found<Sentence>[],
  understanding: Understanding,
): readonly Found<Sentence>[] {
  const { askedUnit } = understanding;
  const states = askedKind(understanding);
  if (askedUnit === null && states === null) return found;
  return found.map((one, rank) => {
    if (rank >= LOOKED_AT) return one;
    if (askedUnit !== null && countsUnit(one.item, askedUnit)) return { ...one, score: one.score + ASKED_UNIT };
    return states?.(one.item.text) === true ? { ...one, score: one.score + ASKED_KIND } : one;
  });
}

/**
 * A sentence that begins with what is asked about speaks of it, and a field asked for by its label is the answer; one
 * that names it further on speaks of something else.
 */
export function withTopic(found: readonly Found<Sentence>[], { folded }: Understanding): readonly Found<Sentence>[] {
  return found.map((one, rank) => {
    if (rank >= LOOKED_AT) return one;
    if (fillsAsked(one.item.text, folded)) return { ...one, score: one.score + FIELD };
    return explainsAsked(one.item.text, folded) ? { ...one, score: one.score + TOPIC } : one;
  });
}

const TOPIC = 0.05;
const FIELD = 0.12;

/** Does a figure of this unit stand in the sentence? */
export function countsUnit({ text, terms }: Sentence, unit: string): boolean {
  if (unit === 'phan tram') return /\d\s*%/.test(text);
  for (const pair of pairsIn(terms)) if (/^\d/.test(pair) && pair.slice(pair.indexOf('_') + 1) === unit) return true;
  return false;
}
