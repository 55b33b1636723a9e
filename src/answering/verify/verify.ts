import { type Draft, type DraftStatement, draft as draftOf, framing } from '../compose/draft.ts';
import { checkAbsence } from './absence.ts';
import { checkAgencies, checkProvinces } from './agencies.ts';
import { checkAttributions } from './attributions.ts';
import { countsIn, itemsAfterColon, linesAfter } from './counts.ts';
import { checkDates } from './dates.ts';
import { checkDocumentNumbers } from './document-names.ts';
import { checkFigures } from './figures.ts';
import { checkFraming } from './framing.ts';
import { type Grounds, groundsOf } from './grounds.ts';
import { checkNames, checkSigner } from './names.ts';
import { checkProvisions } from './provisions.ts';
import { checkQuantities } from './quantities.ts';
import { checkQuotations, isPartOf } from './quotations.ts';
import { type ReadStatement, readStatement } from './reading.ts';
import { isPrintedIn } from './source-facts.ts';
import { checkUnset } from './unset.ts';
import { checkWording } from './wording.ts';
import { checkYears } from './years.ts';

/** A statement that does not hold, with what is wrong. */
export interface Dropped {
  readonly statement: DraftStatement;
  readonly reason: string;
}

/** What is left of a draft, and what was dropped. */
export interface Verified {
  readonly draft: Draft;
  readonly dropped: readonly Dropped[];
}

/** Every check gives the reason why a statement does not hold in what it cites, or null. */
const CHECKS: readonly ((statement: ReadStatement, grounds: Grounds) => string | null)[] = [
  checkQuotations,
  ({ own }, grounds) => checkDocumentNumbers(own, grounds),
  ({ own }) => checkProvisions(own),
  ({ own }, grounds) => checkFigures(own, grounds),
  ({ own }, grounds) => checkDates(own, grounds),
  ({ own }, grounds) => checkYears(own, grounds),
  checkQuantities,
  checkUnset,
  ({ own }, grounds) => checkProvinces(own, grounds),
  ({ own }, grounds) => checkAgencies(own, grounds),
  checkAttributions,
  ({ own }, grounds) => checkSigner(own, grounds),
  ({ own }, grounds) => checkNames(own, grounds),
  ({ own }, grounds) => checkAbsence(own, grounds),
  ({ own }, grounds) => checkWording(own, grounds),
];

const NOTHING_LEFT = 'Không tìm thấy nội dung được hỏi trong các văn bản hiện có.';

/**
 * Drops every statement that says more than what it cites, whoever wrote it: the text of a statement and the places it
 * rests on are all that is looked at. An answer of which nothing is left declines.
 */
export function verify(draft: Draft): Verified {
  const dropped: Dropped[] = [];
  const keep = (statement: DraftStatement, reason: string | null): boolean => {
    if (reason !== null) dropped.push({ statement, reason });
    return reason === null;
  };
  const opening = new Set(draft.statements.filter((_, at) => opensList(draft.statements, at)));
  // Lines first: a count holds for the lines that are left.
  const lines = draft.statements.filter(
    (statement) =>
      statement.kind === 'framing' || opening.has(statement) || keep(statement, checkClaim(statement, null)),
  );
  const claims = lines.filter(
    (statement, at) =>
      !opening.has(statement) ||
      statement.kind === 'framing' ||
      keep(statement, checkClaim(statement, linesAfter(lines, at))),
  );
  const grounds = groundsOf(claims.flatMap(({ supports }) => supports));
  const statements = claims.filter(
    (statement, at) =>
      statement.kind === 'claim' || keep(statement, checkFraming(statement, { at, statements: claims, grounds })),
  );
  if (dropped.length === 0) return { draft, dropped };
  return { draft: withStatements(draft, statements), dropped };
}

function opensList(statements: readonly DraftStatement[], at: number): boolean {
  return /:\s*$/u.test(statements[at]?.text ?? '') && linesAfter(statements, at) > 0;
}

/** What is wrong with a claim; `lines` is the number of list lines it opens, null for a claim that opens none. */
export function checkClaim(statement: DraftStatement, lines: number | null): string | null {
  if (statement.supports.length === 0) return 'Câu không dẫn đoạn nào.';
  const grounds = groundsOf(statement.supports);
  if (grounds.places.some(({ verbatim }) => !verbatim)) return 'Đoạn dẫn không có nguyên văn trong nguồn.';
  if (lines === null && isPartOf(statement.text, grounds)) return null;
  const counts = countsIn(statement.text, lines !== null);
  const counted = lines ?? itemsAfterColon(statement.text);
  const own = counts.filter(({ number }) => number === counted);
  const wrong = counts.find(
    (count) => !own.includes(count) && !isPrintedIn(grounds.sources, statement.text.slice(count.start, count.end)),
  );
  if (wrong !== undefined) return `Đếm ${wrong.number}, liệt kê ${counted}.`;
  const read = readStatement({ ...statement, text: withoutCounts(statement.text, own) }, grounds);
  for (const check of CHECKS) {
    const reason = check(read, grounds);
    if (reason !== null) return reason;
  }
  return null;
}

/** Counts the answer makes itself and that are right need no quote. */
function withoutCounts(text: string, counts: readonly { readonly start: number; readonly end: number }[]): string {
  return counts.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end),
    text,
  );
}

function withStatements(draft: Draft, statements: readonly DraftStatement[]): Draft {
  const empty = statements.every(({ kind }) => kind === 'framing');
  const claimed = draft.status === 'answered' || draft.status === 'partial';
  if (empty && claimed) return draftOf('not_found', [framing(NOTHING_LEFT)], { followUps: draft.followUps });
  return { ...draft, statements };
}
