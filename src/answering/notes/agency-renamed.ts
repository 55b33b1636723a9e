import type { IsoDate } from '../../document/policy-document.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { Note } from '../answer.ts';
import type { DraftStatement } from '../compose/draft.ts';
import { dayInWords, documentName, listInWords } from '../compose/wording.ts';
import { agenciesIn } from '../verify/source-facts.ts';
import { DISTRICT_LEVEL, fieldsIn, isOfDistrict, type Succession, successionsOf } from './agency-succession.ts';
import type { Subject } from './subject.ts';

/** More bodies than this in one answer are a list of those who coordinate: what became of each is not the question. */
const MOST_BODIES = 4;

/** Bodies the answer names that were merged, split by field or abolished since the document came. */
export function agencyRenamedNotes(subject: Subject): readonly Note[] {
  if (subject.draft.status === 'clarify') return [];
  const issued = earliest(subject.contentViews.map(({ document }) => document.issuedOn));
  const holds = ({ effective }: Succession) => effective <= subject.asOf && (issued === null || issued < effective);
  const named = namedBodies(subject);
  const changed = named.flatMap((agency) => {
    const rows = successionsOf(agency).filter(holds);
    return rows.length === 0 ? [] : [{ agency, rows: fitting(rows, subject) }];
  });
  const bodies = changed.slice(0, MOST_BODIES).map(({ rows }) => rows);
  const district = named.some(isOfDistrict) && DISTRICT_LEVEL !== undefined && holds(DISTRICT_LEVEL);
  return [
    ...byDay(bodies).map(bodiesNote),
    ...(district && DISTRICT_LEVEL !== undefined ? [districtNote(DISTRICT_LEVEL)] : []),
  ];
}

/** The bodies the composer says the answer is about; else those its sentences name, the documents' issuers apart. */
function namedBodies({ draft, content }: Subject): readonly string[] {
  const names = draft.agencies.length > 0 ? draft.agencies : content.flatMap(bodiesIn);
  return names.filter((name, i) => names.findIndex((other) => sameAgency(other, name)) === i);
}

function bodiesIn(statement: DraftStatement): readonly string[] {
  const text = statement.supports.reduce(
    (rest, { view }) => rest.replaceAll(documentName(view.document), ''),
    statement.text,
  );
  return agenciesIn(text).map(({ name }) => name);
}

/** The row of the field the answer is about; all rows when that is not certain. */
function fitting(rows: readonly Succession[], { content }: Subject): readonly Succession[] {
  if (rows.length === 1) return rows;
  const own = fieldsIn(content.map(({ text }) => withoutBodies(text)).join(' . '), rows);
  if (own.length > 0) return own;
  const headings = content.flatMap(({ supports }) => supports.map(({ headingTrail }) => headingTrail.at(-1) ?? ''));
  const byHeading = fieldsIn(headings.map(withoutBodies).join(' . '), rows);
  return byHeading.length > 0 ? byHeading : rows;
}

/** The name "Lao động - Thương binh và Xã hội" says nothing of the field of the task. */
function withoutBodies(text: string): string {
  return agenciesIn(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)}|${rest.slice(end)}`, text);
}

function byDay(bodies: readonly (readonly Succession[])[]): readonly (readonly (readonly Succession[])[])[] {
  return [...Map.groupBy(bodies, (rows) => rows[0]?.effective ?? '').values()];
}

function bodiesNote(bodies: readonly (readonly Succession[])[]): Note {
  const whole = new Map<string, string[]>();
  const clauses: string[] = [];
  for (const rows of bodies) {
    const [row] = rows;
    if (row === undefined) continue;
    const labelled = rows.filter(({ label }) => label !== undefined);
    if (row.sentence !== undefined) clauses.push(row.sentence);
    else if (labelled.length > 0) clauses.push(`${row.old} không còn${splitInWords(labelled)}`);
    else whole.set(row.successor, [...(whole.get(row.successor) ?? []), row.old]);
  }
  for (const [successor, olds] of whole) clauses.push(`${listInWords(olds)} đã nhập vào ${successor}`);
  const effective = bodies[0]?.[0]?.effective ?? '';
  const from = effective.length === 10 ? `Từ ${dayInWords(effective)}` : `Từ năm ${effective}`;
  const bases = [...new Set(bodies.flatMap((rows) => rows.slice(0, 1).map(({ basis }) => basis)))];
  return { kind: 'agency_renamed', text: `${from}, ${clauses.join('; ')}.`, basis: bases.join('; ') };
}

/** "; mảng người có công nay do Sở Nội vụ phụ trách", or who took which field over. */
function splitInWords(rows: readonly Succession[]): string {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return `; mảng ${only.label} nay do ${only.successor} phụ trách`;
  const parts = [...Map.groupBy(rows, ({ successor }) => successor)].map(
    ([successor, fields]) => `${fields.map(({ label }) => label).join(', ')} do ${successor}`,
  );
  return ` và việc được chia theo lĩnh vực: ${parts.join('; ')}`;
}

function districtNote({ effective, basis }: Succession): Note {
  return {
    kind: 'agency_renamed',
    text: `Cấp huyện đã kết thúc từ ${dayInWords(effective)}; nhiệm vụ của UBND huyện, thị xã, thành phố được chia cho UBND cấp xã và cấp tỉnh.`,
    basis,
  };
}

function earliest(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
