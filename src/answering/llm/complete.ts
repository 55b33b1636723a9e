import type { Draft, DraftStatement } from '../compose/draft.ts';
import { groundsOf } from '../verify/grounds.ts';
import { readStatement } from '../verify/reading.ts';
import { agenciesIn, figuresIn } from '../verify/source-facts.ts';

/** Places within a document are named by their citation. */
const PLACE =
  /(?:tiểu mục|mục|điểm|khoản|điều|phần|chương|phụ lục)\s+(?:[IVXLC\d]+(?:\.[\da-zđ]+)*|[a-zđ](?![\p{L}]))/giu;
const SILENCE = /không\s+(?:nêu|đặt|ghi|có|quy định|giao)/iu;

/**
 * The model's statements, and after them what they leave out of the engine's own answer: so a list stays complete and
 * no figure, body or "the plan does not set" is lost for the sake of wording.
 */
export function complete(written: readonly DraftStatement[], found: Draft): Draft {
  const missing = found.statements.filter((statement) => statement.kind === 'claim' && !isCovered(statement, written));
  const remarks = found.statements.filter(({ kind, text }) => kind === 'framing' && !text.endsWith(':'));
  return { ...found, statements: [...written, ...missing, ...remarks] };
}

/** Are the figures and bodies a claim states in its own words said, on the same places? */
function isCovered(claimed: DraftStatement, written: readonly DraftStatement[]): boolean {
  const own = readStatement(claimed, groundsOf(claimed.supports)).own.replace(PLACE, ' ');
  const beside = written.filter((statement) => sharesPlace(statement, claimed));
  const said = beside.map(({ text }) => text).join(' . ');
  const figures = figuresIn(said);
  const bodies = new Set(agenciesIn(said).map(({ name }) => name));
  return (
    beside.length > 0 &&
    [...figuresIn(own)].every((figure) => figures.has(figure)) &&
    agenciesIn(own).every(({ name, printed }) => bodies.has(name) || said.includes(printed)) &&
    (!SILENCE.test(own) || SILENCE.test(said))
  );
}

function sharesPlace(a: DraftStatement, b: DraftStatement): boolean {
  return a.supports.some((one) =>
    b.supports.some(
      (other) => one.view === other.view && one.span.start < other.span.end && other.span.start < one.span.end,
    ),
  );
}
