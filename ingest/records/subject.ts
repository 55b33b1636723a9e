import type { AgencyMention } from '../../src/vietnamese/agencies.ts';
import { startsWithVerb } from '../../src/vietnamese/agencies-open.ts';
import { type ActorList, actorListFrom } from './actors.ts';
import { coordinating } from './coordinating.ts';
import { qualifiedBodies } from './qualified-body.ts';
import { clauses, type Stretch } from './sentences.ts';

/** Words that hand a task to the body after them. */
export const DIRECTIVE =
  /^(?:(?:Giao|Đề nghị|Kính đề nghị|Trân trọng đề nghị|Yêu cầu|Phân công|Giao cho|Giao trách nhiệm cho|Mời)\s*:?\s+|(?:Về\s+)?(?:Trách nhiệm|Nhiệm vụ)(?:\s+(?:và quyền hạn|cụ thể|thực hiện))?\s+(?:của|đối với)\s+|Đối với\s+|Các\s+đồng chí\s+|Đồng chí\s+|(?:Các\s+|các\s+)?[Ss]ở(?:\s*,\s*(?:ban|ngành|ban ngành))*\s*:\s*)+/u;

/** A clause that only sets the scene: "Căn cứ …, ", "Định kỳ trước ngày 10/12 hằng năm, ", "Trong quá trình …, ". */
const OPENING =
  /^(?:Căn cứ|Theo|Trên cơ sở|Định kỳ|Trước|Hằng|Hàng|Trong|Sau khi|Khi|Nếu|Để|Từ|Chậm nhất|Đối với|Trường hợp|Thời gian|Ngoài ra|Đồng thời|Tùy|Tuỳ|Nhằm|Với|Hàng năm|Hằng năm|Giai đoạn|Năm|Quý)(?![\p{L}])/u;

/** How a body acts, before what it does. */
const MANNER =
  /^(?:(?:cần|phải|tiếp tục|chủ động|kịp thời|thường xuyên|tích cực|theo chức năng, nhiệm vụ[^,]*,|theo (?:chức năng|nhiệm vụ|thẩm quyền|phạm vi|lĩnh vực)[^.;:,]{0,60}?(?:được giao|phụ trách|quản lý|của mình),?)\s+)+/iu;

/** What a body can be told besides the verbs of the lexicon. */
const DUTY =
  /^(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ trì|phối hợp|là (?:cơ quan|đơn vị|đầu mối)|làm (?:cơ quan|đầu mối))/iu;

/** "là cơ quan chuyên môn thuộc …" describes a body. */
const DESCRIPTION =
  /^(?:là (?:cơ quan|đơn vị|tổ chức)(?!\s+(?:chủ trì|thường trực|đầu mối|tham mưu|chịu trách nhiệm))|là (?!cơ quan|đơn vị|đầu mối)|có (?!trách nhiệm|nhiệm vụ)|được (?!giao)|do |trong |tại |theo (?!dõi)|với |cho |về |để |thuộc |khác|không |đã |mà |thì |nơi |gồm|bao gồm|sẽ |như |từ |qua |trên |vào |sau |nếu |khi )/iu;

/** Who is told to act, from the start of a block or sentence on. */
export interface Subject {
  readonly list: ActorList;
  /** Where the task begins. */
  readonly taskStart: number;
}

/** Each clause of a sentence, running on to the end of the sentence: a list of bodies may itself hold semicolons. */
export function clausesOf(sentence: Stretch): Stretch[] {
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
export function subjectsOf(
  text: string,
  parts: readonly Stretch[],
  actors: readonly AgencyMention[],
): (Subject | null)[] {
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
  const directive = part.text.match(DIRECTIVE)?.[0] ?? '';
  const candidates = actors.filter((actor) => actor.start >= part.start && actor.end <= part.end);
  for (const actor of candidates) {
    const before = text.slice(part.start, actor.start);
    const begins = before.length === directive.length;
    if (!begins && !setsTheScene(before)) continue;
    const list = actorListFrom(text, actors, actor.start);
    if (list === null) return null;
    const concerned = /^Đối với\s/iu.test(directive);
    const announced = begins ? announcedSubject(text, { part, list, actors, concerned }) : null;
    if (announced !== null) return announced;
    const rest = text.slice(list.end, part.end);
    const verb = rest.match(/^\s*(?:\([^()]*\)\s*)?(?:,\s*)?/u)?.[0].length ?? 0;
    const action = rest.slice(verb).replace(MANNER, '');
    if (action.trim() === '' || DESCRIPTION.test(action)) continue;
    const told = passedOn(text, actors, { from: list.end + verb, action });
    if (told !== null) return told;
    // "Đối với các tổ chức cung cấp dịch vụ" says who is meant, and not that they do anything.
    if (begins && concerned) continue;
    const ordered = begins && directive !== '';
    const acts = DUTY.test(action) || startsWithVerb(action) || startsWithVerb(rest.slice(verb));
    if (acts || ordered) return { list, taskStart: list.end + verb };
  }
  return null;
}

/** A clause that sets the scene, or the matter to which the sentence is confined: "Đối với kiến nghị …: Sở X …". */
function setsTheScene(before: string): boolean {
  if (/^Đối với\s[^:;]+:\s*$/u.test(before)) return true;
  return (
    OPENING.test(before) && !/[:;]/.test(before) && /(?:,|\sthì)\s*(?:giao\s+|đề nghị\s+|yêu cầu\s+)?$/u.test(before)
  );
}

/** "Sở X: …" and "Các cơ sở nuôi trồng thủy sản: …" announce whose task follows. */
function announcedSubject(
  text: string,
  {
    part,
    list,
    actors,
    concerned,
  }: {
    readonly part: Stretch;
    readonly list: ActorList;
    readonly actors: readonly AgencyMention[];
    readonly concerned: boolean;
  },
): Subject | null {
  const rest = text.slice(list.end, part.end);
  const colon = rest.search(/:(?:\s|$)/);
  if (colon === -1 || rest.slice(colon + 1).trim() === '') return null;
  const taskStart = list.end + colon + (rest.slice(colon).match(/^:\s*/)?.[0].length ?? 1);
  const plain = /^\s*(?:\([^()]*\)\s*)?$/u.test(rest.slice(0, colon));
  const task = text.slice(taskStart, part.end);
  const says = task.charAt(0).toLowerCase() + task.slice(1);
  const isOrder = startsWithVerb(says) && !DESCRIPTION.test(says) && !says.startsWith('căn cứ vào ');
  if (plain) return concerned && !isOrder ? null : { list, taskStart };
  const bodies = isOrder ? qualifiedBodies(text, { list, actors, end: list.end + colon }) : null;
  return bodies === null ? null : { list: { ...list, end: bodies.end, agencies: bodies.agencies }, taskStart };
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
  return { list, taskStart: list.end };
}
