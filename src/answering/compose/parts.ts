import { termsOf } from '../../vietnamese/phrase-book.ts';
import { tokenise } from '../../vietnamese/tokens.ts';
import { quoteAt } from '../evidence/document-view.ts';
import type { Understanding } from '../understand/understanding.ts';
import { LIST_MARK } from '../verify/reading.ts';
import { verify } from '../verify/verify.ts';
import { type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { upperFirst } from './wording.ts';

/** A part of a question with its own answer, verified. */
export interface AnsweredPart {
  readonly understanding: Understanding;
  readonly found: Draft;
}

/**
 * The answers to the parts of a question one after the other; a part the documents do not answer is named, and makes the
 * answer partial. Null where no part is answered, or one can only be asked back about: then the question is one.
 */
export function joinParts(parts: readonly AnsweredPart[]): Draft | null {
  if (!parts.some(({ found }) => isAnswered(found)) || parts.some(({ found }) => !JOINED.has(found.status)))
    return null;
  const statements: DraftStatement[] = [];
  for (const { understanding, found } of parts) {
    if (isAnswered(found)) statements.push(...found.statements.filter((own) => !isSaid(own, statements)));
    else statements.push(unanswered(understanding, found));
  }
  const whole = parts.every(({ found }) => found.status === 'answered');
  return draft(whole ? 'answered' : 'partial', statements, {
    followUps: [...new Set(parts.flatMap(({ found }) => found.followUps))],
    notes: [...new Set(parts.flatMap(({ found }) => found.notes))],
    agencies: [...new Set(parts.flatMap(({ found }) => found.agencies))],
  });
}

/**
 * The answers for two things put beside each other, a line for each under its name; null where one lacks an answer, both
 * rest on the same words, or a line does not hold under its name.
 */
export function joinSides(sides: readonly (AnsweredPart & { readonly name: string })[]): Draft | null {
  if (sides.length === 0 || sides.some(({ found }) => found.status !== 'answered')) return null;
  if (distinctParts(sides).length < sides.length) return null;
  const joined = joinParts(
    sides.map(({ name, found, ...part }) => ({
      ...part,
      found: { ...found, statements: found.statements.map((statement) => named(name, statement)) },
    })),
  );
  if (joined === null) return null;
  const { draft: held } = verify(joined);
  return held.statements.length === joined.statements.length ? held : null;
}

function named(name: string, statement: DraftStatement): DraftStatement {
  return LIST_MARK.test(statement.text)
    ? statement
    : { ...statement, text: `- ${upperFirst(printedName(name, statement))}: ${statement.text}` };
}

/** A thing typed without accents as what is cited prints it, or the most of it that is printed there or in its headings. */
function printedName(name: string, { supports }: DraftStatement): string {
  if (/[\u0080-\uffff]/.test(name)) return name;
  const asked = termsOf(name.replace(/^cho /u, ''));
  const printed = supports.flatMap(({ view, span, headingTrail }) => [quoteAt(view, span), ...headingTrail]);
  const found = printed.map((text) => longestShared(asked, text)).sort((a, b) => b.length - a.length);
  const [longest] = found;
  return longest === undefined || longest.text === '' ? name : longest.text;
}

/** The longest stretch of a text that is one of these terms, as printed; of two terms at least. */
function longestShared(asked: readonly string[], text: string): { readonly text: string; readonly length: number } {
  const tokens = tokenise(text);
  let best = { text: '', length: 1 };
  for (let from = 0; from < asked.length; from++) {
    for (let at = 0; at < tokens.length; at++) {
      let length = 0;
      while (from + length < asked.length && tokens[at + length]?.term === asked[from + length]) length += 1;
      if (length > best.length) best = { text: text.slice(tokens[at]?.start, tokens[at + length - 1]?.end), length };
    }
  }
  return best;
}

/** The parts without those that rest on what is cited for an earlier one: who coordinates stands in the answer on who leads. */
export function distinctParts<T extends AnsweredPart>(parts: readonly T[]): readonly T[] {
  return parts.filter(
    ({ found }, at) =>
      found.status !== 'answered' ||
      !isCited(
        found,
        parts.slice(0, at).flatMap((before) => before.found.statements),
      ),
  );
}

const JOINED: ReadonlySet<Draft['status']> = new Set<Draft['status']>(['answered', 'partial', 'not_found']);

function isAnswered({ status }: Draft): boolean {
  return status === 'answered' || status === 'partial';
}

function isCited({ statements }: Draft, before: readonly DraftStatement[]): boolean {
  const cited = before.flatMap(({ supports }) => supports);
  return statements
    .flatMap(({ supports }) => supports)
    .every(({ view, span }) =>
      cited.some((other) => other.view === view && other.span.start <= span.start && span.end <= other.span.end),
    );
}

function isSaid({ text }: DraftStatement, before: readonly DraftStatement[]): boolean {
  return before.some((other) => other.text === text);
}

/** Names the part by its own words; what stands near goes with it. A figure in them would read as one of the documents'. */
function unanswered({ question }: Understanding, { statements }: Draft): DraftStatement {
  const [said] = statements;
  const reason = said?.kind === 'framing' ? said.text : 'Không tìm thấy nội dung này trong các văn bản hiện có.';
  return framing(/\d/.test(question) ? `Phần còn lại của câu hỏi: ${reason}` : `Về ý “${question}”: ${reason}`);
}
