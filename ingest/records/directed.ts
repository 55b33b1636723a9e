import type { Agency, Assignment } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { findActors, unique } from './actors.ts';
import { type Charge, chargeOf, isUnder, jointCharge } from './charge.ts';
import { coordinating } from './coordinating.ts';
import { deadlineOf } from './deadline.ts';
import { baseOf, type Draft, isPlacedText, type PlacedText, partSpan } from './evidence.ts';
import { labelEnd } from './labels.ts';
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
  for (const placed of blocks.filter(isPlacedText)) {
    if (used.has(placed) || setsTheTone(placed)) continue;
    const next = chargeOf(placed);
    if (next !== null) {
      charge = next;
      continue;
    }
    if (charge !== null && !isUnder(placed, charge)) charge = null;
    if (placed.role === 'heading') continue;
    if (charge !== null && charge.within === (placed.bullet ?? ''))
      charge = { ...charge, coordinate: [], within: null };
    const joint: Charge | null = charge === null ? null : jointCharge(placed, charge);
    if (joint !== null) charge = joint;
    else drafts.push(...blockAssignments(placed, charge, source));
  }
  return drafts;
}

/** Aims, requirements and scope speak of bodies in general: the manner and the reach of the plan, no task of it. */
function setsTheTone(placed: PlacedText): boolean {
  return placed.headingTrail.some((heading) =>
    /^(?:[\p{L}\d.]+[.)]\s*)?(?:điều \d+[.:]?\s*)?(?:mục đích|yêu cầu|quan điểm|đối tượng|phạm vi|giải thích từ ngữ)/iu.test(
      heading,
    ),
  );
}

function blockAssignments(placed: PlacedText, charge: Charge | null, source: SourceText): Draft<Assignment>[] {
  const text = placed.block.text;
  const start = labelEnd(text);
  const actors = findActors(text);
  const parts = sentences(text, start).flatMap((sentence) => clausesOf(sentence));
  const subjects = subjectsOf(text, parts, actors);
  if (OPENS_LIST.test(text)) return [];
  if (charge !== null && subjects[0] === null) {
    return /:\s*$/.test(text) && text.length < 60 ? [] : [draftOf(placed, { start, end: text.length }, charge, source)];
  }
  const drafts: Draft<Assignment>[] = [];
  for (const [i, subject] of subjects.entries()) {
    const part = parts[i];
    if (subject === null || part === undefined) continue;
    const until = subjects.findIndex((other, j) => j > i && other !== null);
    const end = until === -1 ? text.length : (parts[until]?.start ?? text.length);
    const lead = { lead: subject.list.agencies, coordinate: [] };
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
  charge: { readonly lead: readonly Agency[]; readonly coordinate: readonly Agency[]; readonly placed?: PlacedText },
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
      : charge.placed.block.span;
  const [first] = coordinate;
  const last = coordinate.at(-1);
  return {
    ...baseOf(source, placed, own),
    task: taskText(text.slice(taskStart)),
    lead: unique(charge.lead),
    coordinate: unique([...charge.coordinate, ...coordinate.flatMap((list) => list.agencies)]).filter(
      (agency) => !charge.lead.some((leading) => leading.name === agency.name),
    ),
    deadline: deadline.printed,
    schedules: deadline.schedules,
    reporting: reporting?.reporting ?? null,
    taskSpan: partSpan(source, placed.block, taskStart, part.end),
    leadSpan,
    coordinateSpan:
      first === undefined || last === undefined ? null : partSpan(source, placed.block, first.start, last.end),
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

/** The task without the words that only repeat the roles at its start. */
function taskText(text: string): string {
  return text
    .trim()
    .replace(/\s*\.\/\.?$/, '')
    .replace(/[.;:\s]+$/, '')
    .replace(/\s+/g, ' ');
}
