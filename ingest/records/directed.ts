import type { Agency, Assignment, Schedule } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan } from '../../src/document/span.ts';
import type { AgencyMention } from '../../src/vietnamese/agencies.ts';
import { startsWithVerb } from '../../src/vietnamese/agencies-open.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { type ActorList, actorListFrom, findActors, unique } from './actors.ts';
import { baseOf, type Draft, isPlacedText, type PlacedText, partSpan } from './evidence.ts';
import { labelEnd } from './labels.ts';
import { type ReportingRead, readReporting } from './reporting.ts';
import { bare, readSchedules } from './schedules.ts';
import { clauses, type Stretch, sentences } from './sentences.ts';

/** Words that hand a task to the body after them. */
const DIRECTIVE =
  /^(?:(?:Giao|Đề nghị|Kính đề nghị|Trân trọng đề nghị|Yêu cầu|Phân công|Giao cho|Giao trách nhiệm cho|Mời)\s+|(?:Về\s+)?(?:Trách nhiệm|Nhiệm vụ)(?:\s+(?:và quyền hạn|cụ thể|thực hiện))?\s+(?:của|đối với)\s+|Đối với\s+|Các\s+đồng chí\s+|Đồng chí\s+|(?:Các\s+|các\s+)?[Ss]ở(?:\s*,\s*(?:ban|ngành|ban ngành))*\s*:\s*)+/u;

/** A clause that only sets the scene: "Căn cứ …, ", "Định kỳ trước ngày 10/12 hằng năm, ", "Trong quá trình …, ". */
const OPENING =
  /^(?:Căn cứ|Theo|Trên cơ sở|Định kỳ|Trước|Hằng|Hàng|Trong|Sau khi|Khi|Nếu|Để|Từ|Chậm nhất|Đối với|Trường hợp|Thời gian|Ngoài ra|Đồng thời|Tùy|Tuỳ|Nhằm|Với|Hàng năm|Hằng năm|Giai đoạn|Năm|Quý)(?![\p{L}])/u;

/** What a body can be told besides the verbs of the lexicon. */
const DUTY =
  /^(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ trì|phối hợp|là (?:cơ quan|đơn vị|đầu mối)|làm (?:cơ quan|đầu mối))/iu;

/** "là cơ quan chuyên môn thuộc …" describes a body. */
const DESCRIPTION =
  /^(?:là (?:cơ quan|đơn vị|tổ chức)(?!\s+(?:chủ trì|thường trực|đầu mối|tham mưu|chịu trách nhiệm))|là (?!cơ quan|đơn vị|đầu mối)|có (?!trách nhiệm|nhiệm vụ)|được (?!giao)|do |trong |tại |theo |với |cho |về |để |thuộc |khác|không |đã |mà |thì |nơi |gồm|bao gồm|sẽ |như |từ |qua |trên |vào |sau |nếu |khi )/iu;

const COORDINATING =
  /(?:phối hợp|phối hợp chặt chẽ|phối hợp đồng bộ|kết hợp)(?:\s+chặt chẽ)?(?:\s+(?:với|cùng|cùng với))?\s+$/iu;

/** Who is told to act, from the start of a block or sentence on. */
interface Subject {
  readonly list: ActorList;
  /** The text after the list. */
  readonly rest: string;
  /** Where the task begins. */
  readonly taskStart: number;
}

/** The heading that hands the provisions below it to a body. */
interface Charge {
  readonly placed: PlacedText;
  readonly lead: readonly Agency[];
  readonly coordinate: readonly Agency[];
  /** Set by a line "Chủ trì, phối hợp với …:" for the deeper bullets below it, which have another mark. */
  readonly within: string | null;
}

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

/** A heading (or a numbered line) that holds only bodies, perhaps with their roles, charges what stands below it. */
function chargeOf(placed: PlacedText): Charge | null {
  if (placed.role === 'bullet' && !/:\s*$/.test(placed.block.text)) return null;
  const text = placed.block.text;
  const start = labelEnd(text);
  const directed = text.slice(start).match(DIRECTIVE)?.[0].length ?? 0;
  const actors = findActors(text);
  const list = actorListFrom(text, actors, start + directed);
  if (list === null || list.start !== start + directed) return null;
  const rest = text.slice(list.end);
  if (/^\s*[:.;]?\s*$/.test(rest)) return { placed, lead: list.agencies, coordinate: [], within: null };
  const coordinate = coordinating(text, actors, list.end);
  const last = Math.max(list.end, ...coordinate.map((other) => other.end));
  const between = /^\s*(?:chủ trì,?\s*)?(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?\s*)?$/iu.test(
    rest.slice(0, (coordinate[0]?.start ?? list.end) - list.end),
  );
  const onlyDuty =
    /^\s*(?:chủ trì|có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|lãnh đạo [^,.;:]{3,40})?(?:\s*(?:thực hiện|như sau))?\s*[:.]?\s*$/iu;
  if (coordinate.length === 0)
    return onlyDuty.test(rest) ? { placed, lead: list.agencies, coordinate: [], within: null } : null;
  if (!between || !onlyDuty.test(text.slice(last))) return null;
  return { placed, lead: list.agencies, coordinate: coordinate.flatMap((other) => other.agencies), within: null };
}

/** A line that only says with whom the bullets below it are done. */
function jointCharge(placed: PlacedText, charge: Charge): Charge | null {
  const text = placed.block.text;
  if (!/:\s*$/.test(text) || !/^(?:chủ trì,?\s*)?(?:chủ động\s+)?phối hợp/iu.test(text.slice(labelEnd(text))))
    return null;
  const lists = coordinating(text, findActors(text), 0);
  const last = lists.at(-1);
  if (last === undefined || text.length - last.end > 30) return null;
  return { ...charge, coordinate: lists.flatMap((list) => list.agencies), within: placed.bullet ?? '' };
}

function isUnder(placed: PlacedText, charge: Charge): boolean {
  const above = charge.placed.provisionPath;
  if (charge.placed.role === 'bullet') return placed.role === 'bullet' && placed.bullet !== charge.placed.bullet;
  return above.length > 0 && above.every((label, i) => placed.provisionPath[i] === label) && placed !== charge.placed;
}

function blockAssignments(placed: PlacedText, charge: Charge | null, source: SourceText): Draft<Assignment>[] {
  const text = placed.block.text;
  const start = labelEnd(text);
  const actors = findActors(text);
  const parts = sentences(text, start).flatMap((sentence) => clausesOf(sentence));
  const subjects = subjectsOf(text, parts, actors);
  if (charge !== null && subjects[0] === null) {
    return OPENS_LIST.test(text) || (/:\s*$/.test(text) && text.length < 60)
      ? []
      : [draftOf(placed, { start, end: text.length }, charge, source)];
  }
  const drafts: Draft<Assignment>[] = [];
  for (const [i, subject] of subjects.entries()) {
    const part = parts[i];
    if (subject === null || part === undefined) continue;
    const until = subjects.findIndex((other, j) => j > i && other !== null);
    const end = until === -1 ? text.length : (parts[until]?.start ?? text.length);
    if (OPENS_LIST.test(text)) continue;
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

/** Each clause of a sentence, running on to the end of the sentence: a list of bodies may itself hold semicolons. */
function clausesOf(sentence: Stretch): Stretch[] {
  return clauses(sentence).map((clause) => ({
    ...clause,
    end: sentence.end,
    text: sentence.text.slice(clause.start - sentence.start),
  }));
}

/**
 * The subject of each part; null for one that goes on under the subject before, or stands inside its list. A sentence
 * whose first clause names no subject ("nếu có khó khăn; các đơn vị báo cáo …") names none later.
 */
function subjectsOf(text: string, parts: readonly Stretch[], actors: readonly AgencyMention[]): (Subject | null)[] {
  let listed = 0;
  let sentence: { readonly end: number; readonly named: boolean } | null = null;
  return parts.map((part) => {
    const opens = sentence === null || sentence.end !== part.end;
    if (part.start < listed || (!opens && sentence?.named === false)) return null;
    const subject = subjectOf(text, part, actors);
    if (opens) sentence = { end: part.end, named: subject !== null };
    if (subject !== null)
      listed = Math.max(
        ...[subject.list, ...coordinating(text, actors, subject.list.end, part.end)].map(({ end }) => end),
      );
    return subject;
  });
}

/** The bodies a sentence tells to act: at its start, after a directive, or after a clause that sets the scene. */
function subjectOf(text: string, part: Stretch, actors: readonly AgencyMention[]): Subject | null {
  const directed = part.text.match(DIRECTIVE)?.[0].length ?? 0;
  const candidates = actors.filter((actor) => actor.start >= part.start && actor.end <= part.end);
  for (const actor of candidates) {
    const before = text.slice(part.start, actor.start);
    const opens =
      before.length === directed ||
      (OPENING.test(before) &&
        !/[:;]/.test(before) &&
        /(?:,|\sthì)\s*(?:giao\s+|đề nghị\s+|yêu cầu\s+)?$/u.test(before));
    if (!opens) continue;
    const list = actorListFrom(text, actors, actor.start);
    if (list === null) return null;
    const rest = text.slice(list.end, part.end);
    const colon = rest.match(/^\s*(?:\([^()]*\)\s*)?:\s*/u)?.[0];
    if (colon !== undefined && before.length === directed && rest.length > colon.length)
      return { list, rest: rest.slice(colon.length), taskStart: list.end + colon.length };
    const verb = rest.match(/^\s*(?:\([^()]*\)\s*)?(?:,\s*)?/u)?.[0].length ?? 0;
    const action = rest
      .slice(verb)
      .replace(
        /^(?:cần|phải|tiếp tục|chủ động|kịp thời|thường xuyên|tích cực|theo chức năng, nhiệm vụ[^,]*,)\s+/iu,
        '',
      );
    if (action.trim() === '' || DESCRIPTION.test(action)) continue;
    const told = passedOn(text, actors, { from: list.end + verb, action });
    if (told !== null) return told;
    const acts = DUTY.test(action) || startsWithVerb(action) || directed > 0;
    if (acts) return { list, rest: action, taskStart: list.end + verb };
  }
  return null;
}

/** "Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị triển khai …": those who are asked are told to act. */
function passedOn(
  text: string,
  actors: readonly AgencyMention[],
  { from, action }: { readonly from: number; readonly action: string },
): Subject | null {
  const order = action.match(/^(?:đề nghị|yêu cầu|giao)\s+/iu)?.[0];
  if (order === undefined) return null;
  const list = actorListFrom(text, actors, from);
  if (list === null || list.start !== from + order.length) return null;
  return { list, rest: text.slice(list.end), taskStart: list.end };
}

function coordinating(text: string, actors: readonly AgencyMention[], from: number, to = text.length): ActorList[] {
  const lists: ActorList[] = [];
  let at = from;
  for (const actor of actors) {
    if (actor.start < at || actor.start >= to || !COORDINATING.test(text.slice(0, actor.start))) continue;
    const list = actorListFrom(text, actors, actor.start);
    if (list === null) continue;
    lists.push(list);
    at = list.end;
  }
  return lists;
}

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
      first === undefined || last === undefined
        ? null
        : coveringSpan([partSpan(source, placed.block, first.start, last.end)]),
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

interface Deadline {
  readonly printed: string | null;
  readonly schedules: readonly Schedule[];
  /** Offsets in the task's text. */
  readonly at: { readonly start: number; readonly end: number } | null;
}

/** A moment that limits the task itself; moments of the report belong to the report. */
function deadlineOf(task: string, reporting: ReportingRead | null): Deadline {
  const reported = new Set(reporting?.reporting.schedules.map((schedule) => schedule.printed));
  const limits = readSchedules(task).filter(
    (schedule) =>
      !reported.has(schedule.printed) &&
      schedule.every === null &&
      /^(?:hoàn thành|trước|chậm nhất|xong|đến hết|vào|trong|muộn nhất|hết)/iu.test(schedule.printed) &&
      !/(?:số|Nghị quyết|Quyết định|Kế hoạch)[^,;.]{0,40}$/u.test(task.slice(0, schedule.start)),
  );
  const [first] = limits;
  return first === undefined
    ? { printed: null, schedules: [], at: null }
    : { printed: first.printed, schedules: [bare(first)], at: first };
}
