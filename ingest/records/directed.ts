import type { Assignment } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan } from '../../src/document/span.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { findActors, unique } from './actors.ts';
import {
  type Charge,
  chargeOf,
  type Described,
  describedBody,
  isUnder,
  jointCharge,
  ownCharge,
  withoutJoint,
} from './charge.ts';
import { coordinating } from './coordinating.ts';
import { deadlineOf } from './deadline.ts';
import { baseOf, type Draft, isPlacedText, type PlacedText, partSpan } from './evidence.ts';
import { labelEnd } from './labels.ts';
import { isMereName, isObject, withObject } from './listed-objects.ts';
import { readReporting } from './reporting.ts';
import { sentences } from './sentences.ts';
import { clausesOf, subjectsOf } from './subject.ts';

/**
 * Assignments that sentences state: "Sở X: …", "1. Sở X chủ trì, phối hợp với …", "Giao Sở X …", "Đề nghị …", and the
 * points under a heading that names nothing but a body.
 */
export function readDirected(
  blocks: readonly PlacedBlock[],
  used: ReadonlySet<PlacedBlock>,
  source: SourceText,
): Draft<Assignment>[] {
  const drafts: Draft<Assignment>[] = [];
  let charge: Charge | null = null;
  let opener: PlacedText | null = null;
  let described: Described | null = null;
  const texts = blocks.filter(isPlacedText);
  for (const [i, placed] of texts.entries()) {
    if (used.has(placed) || setsTheTone(placed)) continue;
    described = describedBody(placed) ?? described;
    const isOwn: boolean = charge !== null && charge.namedAt !== null && isUnder(placed, charge);
    const next: Charge | null = ownCharge(placed, described) ?? (isOwn ? null : chargeOf(placed, charge));
    if (next !== null) {
      charge = next;
      continue;
    }
    if (charge !== null && !isUnder(placed, charge)) charge = null;
    if (charge !== null && charge.within === (placed.bullet ?? '')) charge = withoutJoint(charge);
    const joint: Charge | null = charge === null ? null : jointCharge(placed, charge);
    if (joint !== null) charge = joint;
    if (joint !== null || placed.role === 'heading') continue;
    const last = drafts.at(-1);
    if (opener !== null && last !== undefined && isListedUnder(placed, opener)) {
      drafts.splice(-1, 1, withObject(last, placed, source));
      continue;
    }
    const below = texts[i + 1];
    const opensList = below !== undefined && isListedUnder(below, placed);
    const found = isMereName(placed) ? [] : blockAssignments(placed, charge, { source, opensList });
    const read = found.filter((draft) => !isForm(draft));
    opener = read.length > 0 && /:\s*$/.test(placed.block.text) ? placed : null;
    drafts.push(...read);
  }
  return drafts;
}

/** An object in the list that a line with a task of its own opens. */
function isListedUnder(placed: PlacedText, opener: PlacedText): boolean {
  return placed.role === 'bullet' && placed.bullet !== opener.bullet && isObject(placed);
}

/** Dots to be written on: a template, and nobody's task. */
function isForm(draft: Draft<Assignment>): boolean {
  return /…{3}|\.{6}/.test(draft.quote);
}

/**
 * Aims, requirements and scope speak of bodies in general, criteria of how their work is judged, a structure of what
 * they consist of: none of it is a task.
 */
function setsTheTone(placed: PlacedText): boolean {
  return placed.headingTrail.some((heading) =>
    /^(?:[\p{L}\d.]+[.)]\s*)?(?:điều \d+[.:]?\s*)?(?:(?:các|một số)\s+)?(?:mục đích|yêu cầu|quan điểm|đối tượng|phạm vi|giải thích từ ngữ|tiêu chí|tiêu chuẩn|thang điểm|bảng điểm|hình thức(?:,| và)|hình thức khen|điều kiện|cách (?:thức )?(?:tính|chấm|xếp|đánh giá)|cơ cấu(?:,| và)? tổ chức)(?![\p{L}])/iu.test(
      heading,
    ),
  );
}

function blockAssignments(
  placed: PlacedText,
  charge: Charge | null,
  { source, opensList }: { readonly source: SourceText; readonly opensList: boolean },
): Draft<Assignment>[] {
  const text = placed.block.text;
  const start = labelEnd(text);
  if (charge?.namedAt != null)
    return /:\s*$/.test(text) ? [] : [draftOf(placed, { start, end: text.length }, charge, source)];
  const actors = findActors(text);
  const parts = sentences(text, start).flatMap((sentence) => clausesOf(sentence));
  const subjects = subjectsOf(text, parts, actors);
  if (OPENS_LIST.test(text)) return [];
  const [first] = subjects;
  if (charge?.namedBelow === true && first != null) {
    const coordinateAt = { placed, start: first.list.start, end: first.list.end };
    const shared = { ...charge, coordinate: first.list.agencies, coordinateAt };
    return [draftOf(placed, { start, end: text.length, taskStart: first.taskStart }, shared, source)];
  }
  if (charge !== null && subjects[0] === null) {
    return /:\s*$/.test(text) && text.length < 60 && !opensList
      ? []
      : [draftOf(placed, { start, end: text.length }, charge, source)];
  }
  const drafts: Draft<Assignment>[] = [];
  for (const [i, subject] of subjects.entries()) {
    const part = parts[i];
    if (subject === null || part === undefined) continue;
    const until = subjects.findIndex((other, j) => j > i && other !== null);
    const end = until === -1 ? text.length : (parts[until]?.start ?? text.length);
    const lead = { lead: subject.list.agencies, coordinate: [], coordinateAt: null };
    drafts.push(
      draftOf(
        placed,
        { start: part.start, end, taskStart: subject.taskStart, leadEnd: subject.list.end },
        lead,
        source,
      ),
    );
  }
  return drafts;
}

/** "… các nội dung sau:" hands over to the items below. */
const OPENS_LIST = /(?:như sau|sau đây|sau)\s*:\s*$/iu;

function draftOf(
  placed: PlacedText,
  part: { readonly start: number; readonly end: number; readonly taskStart?: number; readonly leadEnd?: number },
  charge: Pick<Charge, 'lead' | 'coordinate' | 'coordinateAt'> & Partial<Pick<Charge, 'placed' | 'namedAt'>>,
  source: SourceText,
): Draft<Assignment> {
  const text = placed.block.text.slice(0, part.end);
  const coordinate = coordinating(text, findActors(text), part.taskStart ?? part.start);
  const taskStart = part.taskStart ?? part.start;
  const reporting = readReporting(text.slice(part.start));
  const deadline = deadlineOf(text.slice(taskStart), reporting);
  const own = partSpan(source, placed.block, part.start, part.end);
  const leadSpan =
    charge.placed === undefined
      ? partSpan(source, placed.block, part.start, part.leadEnd ?? part.end)
      : namedSpan(source, charge.placed, charge.namedAt ?? null);
  const others = unique([...charge.coordinate, ...coordinate.flatMap((list) => list.agencies)]).filter(
    (agency) => !charge.lead.some((leading) => leading.name === agency.name),
  );
  const places = [
    ...(charge.coordinateAt === null ? [] : [charge.coordinateAt]),
    ...coordinate.map(({ start, end }) => ({ placed, start, end })),
  ].map((at) => partSpan(source, at.placed.block, at.start, at.end));
  return {
    ...baseOf(source, placed, own),
    task: taskText(text.slice(taskStart)),
    lead: unique(charge.lead),
    coordinate: others,
    deadline: deadline.printed,
    schedules: deadline.schedules,
    reporting: reporting?.reporting ?? null,
    taskSpan: partSpan(source, placed.block, taskStart, part.end),
    leadSpan,
    coordinateSpan: others.length === 0 || places.length === 0 ? null : coveringSpan(places),
    deadlineSpan:
      deadline.at === null
        ? null
        : partSpan(source, placed.block, taskStart + deadline.at.start, taskStart + deadline.at.end),
    reportingSpan:
      reporting === null
        ? null
        : partSpan(source, placed.block, part.start + reporting.start, part.start + reporting.end),
  };
}

/** Where a charge names its bodies: in a heading, or in the sentence that describes them. */
function namedSpan(source: SourceText, heading: PlacedText, at: Charge['namedAt']): Assignment['leadSpan'] {
  return at === null ? heading.block.span : partSpan(source, at.placed.block, at.start, at.end);
}

/** The task without the words that only repeat the roles at its start. */
function taskText(text: string): string {
  return text
    .trim()
    .replace(/\s*\.\/\.?$/, '')
    .replace(/[.;:\s]+$/, '')
    .replace(/\s+/g, ' ');
}
