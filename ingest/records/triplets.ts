import type { Agency, Assignment, Schedule } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan, type Span } from '../../src/document/span.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { readActorField, unique } from './actors.ts';
import { type Field, type FieldKind, readFields } from './assignment-fields.ts';
import { baseOf, type Draft, isPlacedText, type PlacedText, partSpan } from './evidence.ts';
import { bodyText, labelEnd } from './labels.ts';
import { bare, readSchedules } from './schedules.ts';

/** Assignments from labelled fields, and the blocks they used up. */
export interface TripletRead {
  readonly assignments: readonly Draft<Assignment>[];
  readonly used: ReadonlySet<PlacedBlock>;
}

interface FieldText {
  readonly field: Field;
  readonly placed: PlacedText;
  readonly text: string;
  readonly span: Span;
}

/** A group of fields with the blocks that state their task. */
interface Group {
  readonly task: readonly PlacedText[];
  readonly fields: readonly FieldText[];
}

/**
 * Reads "- Cơ quan chủ trì: … / - Cơ quan phối hợp: … / - Thời gian thực hiện: …": the fields close the task above
 * them, which is the numbered paragraph, or the heading with its bullets.
 */
export function readTriplets(blocks: readonly PlacedBlock[], source: SourceText): TripletRead {
  const groups = groupFields(blocks, source);
  const used = new Set<PlacedBlock>(
    groups.flatMap((group) => [...group.task, ...group.fields.map((field) => field.placed)]),
  );
  return { assignments: groups.map((group) => assignmentOf(group, source)).filter((draft) => draft !== null), used };
}

function groupFields(blocks: readonly PlacedBlock[], source: SourceText): Group[] {
  const groups: Group[] = [];
  let task: PlacedText[] = [];
  let fields: FieldText[] = [];
  let heading: PlacedText | null = null;
  const close = (): void => {
    if (fields.some(({ field }) => field.kind !== 'deadline' && field.kind !== 'other'))
      groups.push({ task: withHeading(task, heading), fields });
    if (fields.length > 0) task = [];
    fields = [];
  };
  for (const placed of blocks.filter(isPlacedText)) {
    const read = placed.role === 'heading' ? [] : readFields(placed.block.text);
    if (read.length === 0) {
      close();
      if (startsTask(placed, task)) task = [];
      if (placed.role === 'heading' || placed.role === 'numbered' || placed.role === 'run-in') heading = placed;
      task = [...task, placed];
      continue;
    }
    const first = read[0];
    const ownTask = first !== undefined && bodyText(placed.block.text.slice(0, first.labelStart)).trim() !== '';
    if (ownTask || (fields.length > 0 && repeats(fields, read))) close();
    if (ownTask) task = startsTask(placed, task) ? [placed] : [...task.filter((block) => block !== placed), placed];
    fields = [...fields, ...read.map((field) => fieldText(field, placed, source))];
  }
  close();
  return groups;
}

/** A new provision begins a new task, unless it is the text under its own heading. */
function startsTask(placed: PlacedText, task: readonly PlacedText[]): boolean {
  const last = task.at(-1);
  if (last === undefined) return false;
  if (last.provisionPath.join('/') !== placed.provisionPath.join('/')) return true;
  return placed.role === 'heading' || placed.role === 'numbered' || placed.role === 'run-in';
}

/** After a first group the next one under the same heading still belongs to that heading. */
function withHeading(task: readonly PlacedText[], heading: PlacedText | null): readonly PlacedText[] {
  return task.length === 0 && heading !== null ? [heading] : task;
}

function repeats(fields: readonly FieldText[], next: readonly Field[]): boolean {
  const kinds = new Set<FieldKind>(fields.map(({ field }) => field.kind));
  return next.some((field) => field.kind === 'lead' && (kinds.has('lead') || kinds.has('both')));
}

function fieldText(field: Field, placed: PlacedText, source: SourceText): FieldText {
  const text = placed.block.text.slice(field.start, field.end);
  return { field, placed, text, span: partSpan(source, placed.block, field.labelStart, field.end) };
}

function assignmentOf({ task, fields }: Group, source: SourceText): Draft<Assignment> | null {
  const [first] = fields;
  if (first === undefined) return null;
  const inline = task.some((placed) => placed === first.placed);
  const taskSpans = task.map((placed) =>
    taskSpan(placed, placed === first.placed && inline ? first.field.labelStart : null, source),
  );
  const fieldSpans = fields.map((field) => field.span);
  const of = (...kinds: FieldKind[]): FieldText | undefined => fields.find(({ field }) => kinds.includes(field.kind));
  const deadline = of('deadline');
  const both = bodies(of('both'));
  const own = bodies(of('lead'));
  const lead = own.length > 0 ? own : both.slice(0, 1);
  const coordinate = unique([...bodies(of('coordinate')), ...(own.length > 0 ? both : both.slice(1))]);
  if (lead.length === 0 && coordinate.length === 0) return null;
  const span = coveringSpan([...taskSpans, ...fieldSpans]);
  return {
    ...baseOf(source, first.placed, span),
    task: taskText(task, first) || deadlineText(first) || '',
    lead: lead.length > 0 ? lead : coordinate,
    coordinate: lead.length > 0 ? coordinate : [],
    deadline: deadline === undefined ? null : tidy(deadline.text),
    schedules: schedulesOf(deadline),
    reporting: null,
    taskSpan: taskSpans.length > 0 ? coveringSpan(taskSpans) : span,
    leadSpan: (of('lead') ?? of('both'))?.span ?? null,
    coordinateSpan: of('coordinate', 'both')?.span ?? null,
    deadlineSpan: deadline?.span ?? null,
    reportingSpan: null,
  };
}

function taskSpan(placed: PlacedText, until: number | null, source: SourceText): Span {
  return until === null ? placed.block.span : partSpan(source, placed.block, 0, until);
}

/** The heading or numbered paragraph says the task; bullets alone say it when there is none. */
function taskText(task: readonly PlacedText[], first: FieldText): string {
  const text = (placed: PlacedText): string => {
    const whole = placed.block.text;
    const until = placed === first.placed ? first.field.labelStart : whole.length;
    return tidy(whole.slice(Math.min(labelEnd(whole), until), until).replace(/[(\s]+$/, ''));
  };
  const [opening] = task;
  if (opening === undefined) return '';
  if (opening.role !== 'bullet') return text(opening);
  return task.map(text).join(' ');
}

function deadlineText(first: FieldText): string {
  return first.placed.headingTrail.at(-1) ?? '';
}

function bodies(field: FieldText | undefined): Agency[] {
  return field === undefined ? [] : readActorField(field.text);
}

function schedulesOf(field: FieldText | undefined): Schedule[] {
  return field === undefined ? [] : readSchedules(field.text).map(bare);
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(/[.;,)\s]+$/, '')
    .replace(/\s+/g, ' ');
}
