import { rememberedBy } from '../../vietnamese/remembered.ts';
import type { Concept } from '../understand/concept.ts';
import type { StatesKind } from './asked-kind.ts';
import { coverage } from './coverage.ts';
import type { Sentence } from './document-view.ts';
import { clausesOf } from './sentences.ts';
import { termSetOf } from './term-set.ts';

/**
 * Does a sentence state a kind of thing of what is asked? "Trong 02 ngày gửi thông báo; niêm yết tại trụ sở" gives the
 * days of another clause than the one on niêm yết: of several clauses one that states it must hold most of what any holds.
 */
export function statesOfAsked(states: StatesKind, concepts: readonly Concept[]): (sentence: Sentence) => boolean {
  return (sentence) => {
    const { passage, text } = sentence;
    if (!states(text)) return false;
    if (passage.kind === 'row' || !text.includes(';')) return true;
    const clauses = clausesIn(sentence);
    const held = clauses.map(({ terms }) => coverage(concepts, terms));
    const most = Math.max(...held);
    return clauses.some((clause, i) => (held[i] ?? 0) >= MOSTLY * most && states(clause.text));
  };
}

/** A clause of a sentence with its terms. */
type Clause = Pick<Sentence, 'text' | 'terms'>;

/** They are the document's, and the same sentences are looked at question after question. */
const clausesIn = rememberedBy(({ passage, start, end }: Sentence): readonly Clause[] =>
  clausesOf(passage.text, { start, end }).map((range) => {
    const text = passage.text.slice(range.start, range.end);
    return { text, terms: termSetOf(text) };
  }),
);

const MOSTLY = 0.75;
