import { findAgencies } from '../../vietnamese/agencies.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { Sentence } from '../evidence/document-view.ts';
import { type Evidence, exchanged, type Found } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { readable } from './passages.ts';

/** Kinds of bodies a question may ask for, folded, and the words their names begin with. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^| )so nao(?= |$)/, /(?<!\p{L})Sở \p{Lu}/u],
  [/(?:^| )chi cuc nao(?= |$)/, /(?<!\p{L})Chi cục \p{L}/u],
  [/(?:^| )phong nao(?= |$)/, /(?<!\p{L})Phòng \p{L}/u],
  [/(?:^| )trung tam nao(?= |$)/, /(?<!\p{L})Trung tâm \p{L}/u],
  [/(?:^| )hoi nao(?= |$)/, /(?<!\p{L})Hội \p{L}/u],
  [/(?:^| )ban quan li nao(?= |$)/, /(?<!\p{L})Ban [Qq]uản lý \p{L}/u],
];

/** The evidence on the kind of body asked for ("chi cục nào"); all of it where none is of that kind. */
export function ofKindAsked({ folded }: Understanding, evidence: Evidence): Evidence {
  const kind = KINDS.find(([asks]) => asks.test(folded))?.[1];
  if (kind === undefined) return evidence;
  const assignments = evidence.assignments.filter(({ item }) => item.lead.some(({ name }) => kind.test(name)));
  const sentences = evidence.sentences.filter(({ item }) => kind.test(item.text));
  return assignments.length + sentences.length === 0 ? evidence : exchanged(evidence, { assignments, sentences });
}

/** What a body does that a question names right behind the body asked for, or before it ("do ai quản lý"), folded. */
const ACTIONS =
  'giai quyet|tham dinh|phe duyet|quyet dinh|ban hanh|quan li|cap phep|thu|ki|kiem tra|thanh tra|cong bo|cong khai|tiep nhan|xac nhan|chi tra|van hanh|to chuc lap|tham tra|phan bo|bo tri|thanh lap|chi dao|chi huy';
const ASKED_ACTION = new RegExp(
  `(?:^| )(?:nao|ai|gi)(?: (?:la|se|duoc|phai|co tham quyen|co quyen|chiu trach nhiem|co trach nhiem|chu tri|truc tiep))* (${ACTIONS})(?= |$)`,
);

/** "Quyết định hình thức … do ai?" */
const DONE_BY_WHOM = new RegExp(`(?:^| )(${ACTIONS}) (?:[a-z0-9]+ ){1,12}do (?:ai|co quan nao|cap nao)(?= |$)`);

/** The action whose body is asked for: "thẩm định" of "cơ quan nào thẩm định …"; null where none of its own is named. */
export function askedAction({ folded }: Understanding): string | null {
  return (ASKED_ACTION.exec(folded) ?? DONE_BY_WHOM.exec(folded))?.[1] ?? null;
}

/** Does a text say this action in so many words? */
function saysAction(text: string, action: string): boolean {
  return ` ${termsOf(text).join(' ')} `.includes(` ${action} `);
}

/** "b) Cơ quan thẩm định: Sở Quy hoạch - Kiến trúc", "Sở Tài chính là đơn vị quản lý …": a sentence that gives a body its part. */
function givesPart({ text }: Sentence): boolean {
  const [first] = findAgencies(text);
  if (first === undefined) return false;
  const before = text.slice(0, first.start).replace(/^\s*(?:[-+•]|\p{L}[.)]|\d+[.)])\s*/u, '');
  return before.trim() === '' || /^(?:cơ quan|đơn vị|cấp|người)[^:.;]{2,60}:\s*$/iu.test(before);
}

/** Sentences that give a body just the part asked for come first. */
function byPart(sentences: readonly Found<Sentence>[], action: string | null): readonly Found<Sentence>[] {
  if (action === null) return sentences;
  const rank = ({ item, score }: Found<Sentence>) =>
    score + (saysAction(item.text, action) && givesPart(item) ? GIVES_PART : 0);
  return sentences
    .map((found) => ({ found, rank: rank(found) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ found }) => found);
}

const GIVES_PART = 0.15;

/** A sentence that names a body and holds clearly more of what is asked than any assignment, or stands where none does. */
export function namingSentence(
  evidence: Evidence,
  best: Evidence['assignments'][number] | undefined,
  action: string | null,
): Found<Sentence> | null {
  const isDone = action !== null && best !== undefined && doesAction(best, action);
  const saying = readable(evidence.sentences).filter(({ item }) => item.passage.kind !== 'basis');
  const found = byPart(saying, action).find(({ item, coverage }) => {
    if (coverage < THRESHOLDS.sentence) return false;
    const gives = action !== null && saysAction(item.text, action) && givesPart(item);
    const ahead = gives ? (isDone ? PART_AHEAD : -PART_BEHIND) : SENTENCE_AHEAD;
    const needed = best === undefined ? THRESHOLDS.sentence : Math.max(THRESHOLDS.sentence, best.coverage + ahead);
    return coverage >= needed && !monitors(item) && namesBody(item.text);
  });
  return found ?? null;
}

/** "Phải được cơ quan nào chứng thực?": the sentence that says by whom, "phải được chứng thực bởi …". */
export function passiveDoer({ folded }: Understanding, { sentences }: Evidence): Found<Sentence> | null {
  const [, action = null] = PASSIVE.exec(` ${folded} `) ?? [];
  if (action === null) return null;
  const says = ({ text }: Sentence) => ` ${termsOf(text).join(' ')} `.includes(` duoc ${action} boi `);
  return readable(sentences).find(({ item, coverage }) => coverage >= THRESHOLDS.target && says(item)) ?? null;
}

const PASSIVE = / (?:duoc|do) (?:(?:co quan|don vi|to chuc|cap|so|nguoi) nao|ai) ([a-z]+ [a-z]+) /;

/** A body by name, or by what it is right at the beginning: "Sở quản lý ngành, lĩnh vực chủ trì …". */
function namesBody(text: string): boolean {
  return findAgencies(text).some(({ kind }) => kind !== 'collective') || namesActor(text);
}

/** Whoever does something, by what he is: at the beginning, or behind "do" ("do cá nhân, tổ chức đó chi trả"). */
export function namesActor(text: string): boolean {
  return ACTING.test(text) || DONE_BY.test(text);
}

/** "Ai trả tiền?", which a person may do as well as a body; "sở nào" asks for a body. */
export function asksForAnyone({ folded }: Understanding): boolean {
  return / (?:ai|nguoi nao|nhung ai) /.test(` ${folded} `);
}

const ACTING =
  /^(?:\p{L}[.)]|\d+[.)]|[-+•])?\s*(?:Các |Mỗi )?(?:[Ss]ở|[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]á nhân|[Bb]ộ phận|[Pp]hòng|[Cc]án bộ|[Cc]ông chức|[Nn]gười|[Cc]hủ \p{L}+|[Tt]hủ trưởng|[Vv]ăn thư|[Hh]ộ) \p{Ll}/u;

const DONE_BY =
  /(?<!\p{L})do (?:cá nhân|tổ chức|hộ|người|chủ|bên|đơn vị|cơ quan|nhà đầu tư|doanh nghiệp|ngân sách|nhà nước)[^.;]{0,60} (?:chi trả|trả|chịu|thực hiện|quyết định|quản lý|bảo đảm|đảm bảo|nộp|tự)(?!\p{L})/iu;

/** Does the assignment, by its sentence or the clause the sentence is a point of, have its body do this? */
function doesAction({ view, item, sentence }: Evidence['assignments'][number], action: string): boolean {
  if (sentence === null) return hasDone(item.task, action);
  const leadIn = view.leadInOf(sentence.passage);
  return hasDone(sentence.text, action) || (leadIn !== null && hasDone(leadIn.text, action));
}

/** "Lấy ý kiến trước khi phê duyệt": what comes before or after another action, or is done already, is not done here. */
function hasDone(text: string, action: string): boolean {
  return new RegExp(`(?<! (?:truoc|sau) khi| da duoc| duoc) ${action} `).test(` ${termsOf(text).join(' ')} `);
}

/** A row that names who watches over a figure names nobody who leads a task. */
function monitors({ passage: { table } }: Sentence): boolean {
  return table?.columns.some((column) => /theo dõi|đánh giá|giám sát/iu.test(column)) ?? false;
}

const SENTENCE_AHEAD = 0.15;
/** One that gives a body just the part asked for need not be so far ahead, and may be behind an assignment of other parts. */
const PART_AHEAD = 0.05;
const PART_BEHIND = 0.25;
