import type { Passage, PassageKind, TableRow } from '../src/document/passage.ts';
import { quotable } from '../src/document/quotable.ts';
import type { SourceText } from '../src/document/source-text.ts';
import { coveringSpan, type Span } from '../src/document/span.ts';
import type { TextBlock } from './block.ts';
import { recipientBlocks, signatureBlocks } from './metadata/signature.ts';
import { isTypeLine } from './normalise/line-starts.ts';
import type { PlacedBlock } from './placed-block.ts';
import { rowsInContext } from './tables/row-context.ts';

type Draft = Omit<Passage, 'id' | 'documentId'>;

/** Cuts the placed blocks into passages, in reading order. A block is never split: it is what its author wrote as one. */
export function readPassages(placed: readonly PlacedBlock[], source: SourceText, documentId: string): Passage[] {
  const drafts = [
    ...headerPassages(placed, source),
    ...bodyPassages(placed, source),
    ...closingPassages(placed, source),
  ];
  return drafts
    .filter((draft) => /[\p{L}\d]/u.test(draft.text))
    .sort((a, b) => a.span.start - b.span.start)
    .map((draft, i) => ({ id: `${documentId}:p${i + 1}`, documentId, ...draft }));
}

interface Place {
  readonly kind: PassageKind;
  readonly provisionPath?: readonly string[];
  readonly headingTrail?: readonly string[];
  readonly table?: TableRow;
}

function passageAt(
  source: SourceText,
  span: Span,
  { kind, provisionPath = [], headingTrail = [], table }: Place,
): Draft {
  const text = quotable(source.text.slice(span.start, span.end));
  return { kind, provisionPath, headingTrail, text, table: table ?? null, span };
}

const spanOf = (blocks: readonly TextBlock[]): Span => coveringSpan(blocks.map((block) => block.span));

/** Issuer, motto, number, day, each line of a site's record, and the type with its title. */
function headerPassages(placed: readonly PlacedBlock[], source: SourceText): Draft[] {
  const groups: TextBlock[][] = [];
  for (const { block, part } of placed) {
    if (part !== 'front' || block.kind !== 'text' || /^[-_*\s]+$/.test(block.text)) continue;
    const group = groups.at(-1);
    if (group !== undefined && joinsHeader(group, block)) group.push(block);
    else groups.push([block]);
  }
  return groups.map((group) => passageAt(source, spanOf(group), { kind: 'header' }));
}

const MOTTO = /^(?:CỘNG H|Cộng h|Độc lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN)/u;
const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

function joinsHeader(group: readonly TextBlock[], block: TextBlock): boolean {
  const [first] = group;
  if (first === undefined || isTypeLine(block.text)) return false;
  if (isTypeLine(first.text)) return !/^\p{Lu}[\p{L}. ]{2,30}, ngày \d/u.test(block.text);
  if (MOTTO.test(block.text)) return MOTTO.test(first.text);
  return isShouted(first.text) && isShouted(block.text) && !MOTTO.test(first.text) && !/^Số/u.test(block.text);
}

/** A paragraph that introduces the items below it: they say little without it. */
interface LeadIn {
  readonly bullet: string | null;
  readonly text: string;
  /** Where it stands; what is labelled below is introduced by it as bullets are. */
  readonly provisionPath: readonly string[];
  /** It opens its provision: whatever else stands in the provision is said under it. */
  readonly opens: boolean;
}

/** Longer introductions are passages of their own rather than headings. */
const LONGEST_LEAD_IN = 160;
/** What introduces labelled items ("… được hỗ trợ theo các mức sau đây:") may be a whole sentence. */
const LONGEST_OF_LABELS = 320;

function bodyPassages(placed: readonly PlacedBlock[], source: SourceText): Draft[] {
  const drafts: Draft[] = [];
  let leads: LeadIn[] = [];
  for (const [i, each] of placed.entries()) {
    const { block, part, role, provisionPath } = each;
    if (part !== 'body' && part !== 'basis') continue;
    leads = leads.filter((lead) => governs(lead, each));
    const headingTrail = [...each.headingTrail, ...leads.map((lead) => lead.text)];
    if (block.kind === 'table')
      drafts.push(...tablePassages(each, [...headingTrail, ...unitAbove(placed[i - 1])], source));
    else {
      const kind = part === 'basis' ? 'basis' : kindOf(role);
      drafts.push(passageAt(source, block.span, { kind, provisionPath, headingTrail }));
      if (introduces(each)) {
        const text = block.text.slice(each.bullet === null ? 0 : each.bodyStart);
        leads = [...leads, { bullet: each.bullet, text, provisionPath, opens: role === 'numbered' }];
      }
    }
  }
  return drafts;
}

/** Bullets and tables right below, whatever is labelled below the lead-in, and all of a provision that it opens. */
function governs(lead: LeadIn, { block, role, bullet, provisionPath }: PlacedBlock): boolean {
  if (isWithin(provisionPath, lead.provisionPath) && (lead.opens || provisionPath.length > lead.provisionPath.length))
    return true;
  if (role === 'bullet') return lead.bullet !== bullet && lead.text.length <= LONGEST_LEAD_IN;
  return lead.bullet === null && (role === 'table' || (block.kind === 'text' && UNIT_LINE.test(block.text)));
}

function isWithin(path: readonly string[], outer: readonly string[]): boolean {
  return outer.every((label, i) => path[i] === label);
}

/** "Đơn vị tính: 1.000 đồng" right above a table is the unit of each of its rows. */
const UNIT_LINE = /^[(\s]*(?:đơn vị(?: tính)?|đvt)\s*:\s*\S.{0,80}$/iu;

function unitAbove(above: PlacedBlock | undefined): readonly string[] {
  if (above?.block.kind !== 'text' || !UNIT_LINE.test(above.block.text)) return [];
  return [above.block.text.replace(/^[(\s]+|[).;\s]+$/g, '')];
}

function kindOf(role: PlacedBlock['role']): PassageKind {
  if (role === 'heading' || role === 'bullet') return role;
  return 'paragraph';
}

function introduces({ block, role, part }: PlacedBlock): boolean {
  if (block.kind !== 'text' || part !== 'body') return false;
  if (role === 'bullet') return block.text.length <= LONGEST_LEAD_IN && !/[.;,!?…”)]$/u.test(block.text);
  return block.text.length <= LONGEST_OF_LABELS && (role === 'text' || role === 'numbered') && block.text.endsWith(':');
}

/** Each row with its header and the titles above it; the header as a heading. */
function tablePassages(
  { block, provisionPath }: PlacedBlock,
  headingTrail: readonly string[],
  source: SourceText,
): Draft[] {
  if (block.kind !== 'table') return [];
  const header =
    block.headerSpan === null
      ? []
      : [passageAt(source, block.headerSpan, { kind: 'heading', provisionPath, headingTrail })];
  const rows = rowsInContext(block).map(({ row, titles }) => {
    const table = { columns: block.columns, cells: row.cells.map((cell) => cell.text) };
    return passageAt(source, row.span, {
      kind: 'row',
      provisionPath,
      headingTrail: [...headingTrail, ...titles],
      table,
    });
  });
  return [...header, ...rows];
}

/** The recipients are one passage and the signature another, since each answers as a whole. */
function closingPassages(placed: readonly PlacedBlock[], source: SourceText): Draft[] {
  return closingRuns(placed).flatMap((run) => {
    const signature = signatureBlocks(run);
    const recipients = recipientBlocks(run);
    const taken = new Set([...signature, ...recipients]);
    const groups = [recipients, signature, ...run.filter((block) => !taken.has(block)).map((block) => [block])];
    return groups
      .filter((group) => group.length > 0)
      .map((group) => passageAt(source, spanOf(group), { kind: 'signature' }));
  });
}

function closingRuns(placed: readonly PlacedBlock[]): TextBlock[][] {
  const runs: TextBlock[][] = [];
  placed.forEach(({ block, part }, i) => {
    if (part !== 'closing' || block.kind !== 'text') return;
    if (placed[i - 1]?.part === 'closing') runs.at(-1)?.push(block);
    else runs.push([block]);
  });
  return runs;
}
