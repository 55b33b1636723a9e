import { type Token, tokenise } from '../../vietnamese/tokens.ts';
import type { SpecialNeed, Understanding } from './understanding.ts';

/** Words that ask, in folded terms between spaces; "không" asks only at the end of what it closes. */
const ASKING =
  / (?:nao|gi|ai|dau|bao nhieu|bao lau|bao gio|may|the nao|ra sao|thi sao) | (?:khong|ko|hong|hok|k|chua)(?: a| vay| the| nhi)* $/;

/** Words that join one question to the next, and those that do after a comma. */
const JOINING = new Set(['va', 'con', 'roi', 'the']);

/** "Có mấy nhóm, gồm những nhóm nào?": the second asks for what the first counts. */
const ELABORATES =
  /(?<!\p{L})(?:mấy|bao nhiêu|may|bao nhieu) [^,;?]{2,80}(?:, [^,;?]{2,40})?[,;?]? (?:đó là|do la|cụ thể là|gồm|bao gồm|bao gom|gom|là|la) (?:những |các |nhung |cac )?[^,;?]{0,30}(?:nào|gì|nao|gi)[\s?.]*$/iu;

/** Printed forms that fold to a word that asks but are none: artificial intelligence, "đầu", "máy". */
const MISLEADING = /^(?:AI|đầu|dầu|đấu|máy|gì cả)$/iu;

/**
 * The questions a text puts one after the other ("ai ký, ban hành ngày nào?"), in order; the text itself when it puts
 * one. It is cut at a comma, a question mark or "và" where something is asked on both sides.
 */
export function splitQuestions(text: string): readonly string[] {
  if (ELABORATES.test(text)) return [text];
  const tokens = tokenise(text);
  const starts = [0];
  for (let i = 1; i < tokens.length; i++) {
    if (!opensQuestion(text, tokens, i)) continue;
    if (asks(tokens.slice(starts.at(-1), i)) && (asks(tokens.slice(i)) || goesOnTo(tokens, i))) starts.push(i);
  }
  if (starts.length === 1) return [text];
  return starts.map((start, part) => {
    const from = tokens[JOINING.has(tokens[start]?.term ?? '') && part > 0 ? start + 1 : start]?.start ?? 0;
    const next = starts[part + 1];
    return text
      .slice(from, next === undefined ? text.length : tokens[next]?.start)
      .trim()
      .replace(/[\s,;.?]+$/u, '');
  });
}

function opensQuestion(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const gap = text.slice(tokens[at - 1]?.end ?? 0, token.start);
  return /[,;?.]/u.test(gap) || token.term === 'va';
}

function asks(tokens: readonly Token[]): boolean {
  const asking = tokens.map(({ term, text }) => (term === 'ai' || MISLEADING.test(text) ? meantAs(text) : term));
  return ASKING.test(` ${asking.join(' ')} `);
}

/** "…, còn BHXH tự nguyện?" asks the same of another thing. */
function goesOnTo(tokens: readonly Token[], at: number): boolean {
  const isAccented = tokens.some(({ text }) => /[\u0080-\uffff]/.test(text));
  return tokens[at]?.text.toLowerCase() === (isAccented ? 'còn' : 'con') && tokens.length > at + 1;
}

/** "Ai" asks, "AI" and "đầu" do not. */
function meantAs(text: string): string {
  return MISLEADING.test(text) && text !== 'ai' && text !== 'Ai' ? '' : text.toLowerCase();
}

/** What is a question of its own however shortly it is asked: "bao nhiêu tiền", "giấy tờ gì". */
const SELDOM: ReadonlySet<SpecialNeed> = new Set<SpecialNeed>(['money', 'procedure', 'contact']);

/** Words that give a body a part: "chủ trì", not only "sở nào". */
const ROLE = /\b(?:chu tri|phu trach|dau moi|thuong truc|theo doi|danh gia|giam sat|chiu trach nhiem|duoc giao|giao)\b/;
/** Words that ask for a time by what it is the time of. */
const TIMED = /\b(?:gui|nop|han|thoi han|hoan thanh|thuc hien|tong ket|so ket|bao cao|tam nhin)\b/;

/**
 * Does a part ask for something the one before it does not? "Gửi về đâu" and "qua sở nào" only detail what is asked
 * already; a part of the same kind must name a subject of its own.
 */
export function asksAnew(part: Understanding, before: Understanding): boolean {
  if (part.needs.some((need) => SELDOM.has(need) && !before.needs.includes(need))) return true;
  if (!part.certain) return part.intent === before.intent && part.intent !== 'passage' && namesSubject(part);
  if (isOfReplaced(part, before)) return false;
  if (part.aspect !== null) return part.aspect !== before.aspect && !isSigning(part, before);
  if (part.intent === before.intent) return part.intent !== 'basis' && part.intent !== 'list' && namesSubject(part);
  switch (part.intent) {
    case 'lead':
    case 'monitor':
      return ROLE.test(part.folded);
    case 'deadline':
      return TIMED.test(part.folded);
    case 'coordinate':
    case 'report':
    case 'basis':
    case 'tasks':
      return true;
    case 'target':
    case 'entitlement':
    case 'list':
      return namesSubject(part);
    default:
      return false;
  }
}

/** "… thay thế kế hoạch nào, kế hoạch đó ban hành ngày nào?": the answer to the first names the replaced one with its day. */
function isOfReplaced(part: Understanding, before: Understanding): boolean {
  return (
    before.aspect === 'replaces' &&
    (part.aspect === 'issuedOn' || part.aspect === 'number') &&
    /(?:^| )(?:ke hoach|van ban|chi thi|quyet dinh|nghi quyet|cai) (?:do|ay|cu|bi thay the)(?= |$)/.test(part.folded)
  );
}

/** Who signed and in which position is said in one sentence. */
function isSigning(part: Understanding, before: Understanding): boolean {
  return part.aspect === 'signer_position' && before.aspect === 'signer';
}

/** What a part must look for, by weight, to be about something of its own. */
const SUBJECT = 2;

function namesSubject({ concepts }: Understanding): boolean {
  return concepts.reduce((sum, { weight }) => sum + weight, 0) >= SUBJECT;
}
