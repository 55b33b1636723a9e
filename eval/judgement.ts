import type { SourceText } from '../src/document/source-text.ts';
import type { GivenAnswer } from './given-answer.ts';
import { citationPrecision } from './metrics/citation-precision.ts';
import { isCited } from './metrics/cited.ts';
import { isLocated, isVerbatim } from './metrics/quotes.ts';
import { type Fault, faultsOf } from './metrics/right.ts';
import type { Question } from './question.ts';

/** A question, the answer it got, and how that answer scores. */
export interface Judgement {
  readonly question: Question;
  readonly answer: GivenAnswer;
  readonly right: boolean;
  readonly faults: readonly Fault[];
  /** Null when the question has no evidence. */
  readonly cited: boolean | null;
  /** Right, and cited where there is something to cite. */
  readonly rightAndCited: boolean;
  readonly citationPrecision: number | null;
  /** Citations whose quote is not in the source, or not on the named lines. */
  readonly notVerbatim: number;
  readonly notLocated: number;
}

/** Scores one answer. `sources` holds the source texts by file name. */
export function judge(question: Question, answer: GivenAnswer, sources: ReadonlyMap<string, SourceText>): Judgement {
  const faults = faultsOf(question, answer);
  const cited = isCited(question.gold, answer);
  const right = faults.length === 0;
  // Where declining is right there is nothing that must be cited.
  const needsCitation = question.gold.answerable && cited !== null;
  return {
    question,
    answer,
    right,
    faults,
    cited,
    rightAndCited: right && (!needsCitation || cited),
    citationPrecision: citationPrecision(question.gold, answer),
    notVerbatim: answer.citations.filter((citation) => !isVerbatim(citation, sources.get(citation.file))).length,
    notLocated: answer.citations.filter((citation) => !isLocated(citation, sources.get(citation.file))).length,
  };
}
