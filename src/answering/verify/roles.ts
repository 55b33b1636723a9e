import type { AgencyMention } from '../../vietnamese/agencies.ts';
import { agenciesIn } from './source-facts.ts';

/**
 * lead: chủ trì, thường trực, đầu mối; given: told to act, which makes it lead or coordinate; coordinate: phối hợp;
 * monitor: theo dõi, đánh giá; named: only mentioned.
 */
export type Role = 'lead' | 'given' | 'coordinate' | 'monitor' | 'named';

export interface RoleMention {
  readonly agency: AgencyMention;
  /** The likeliest first; the words on its two sides may each give it a part. */
  readonly roles: readonly [Role, ...Role[]];
}

interface Cue {
  readonly start: number;
  readonly end: number;
  readonly role: Exclude<Role, 'named'>;
  /** "Cơ quan chủ trì:" governs all that follows up to the end of the sentence. */
  readonly colon: boolean;
}

const CUES: readonly (readonly [RegExp, Cue['role']])[] = [
  [/(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|đầu mối|thường trực)(?:\s+(?:thực hiện|tham mưu))?\s*:?/giu, 'lead'],
  [
    /(?:(?:cơ quan|đơn vị)\s+)?phối hợp(?:\s+(?:thực hiện|chặt chẽ|đồng bộ|thường xuyên|kịp thời|cùng|với))*\s*:?/giu,
    'coordinate',
  ],
  [/được giao|(?<![\p{L}])giao(?:\s+(?:cho|nhiệm vụ cho))?|đề nghị|yêu cầu/giu, 'given'],
  [/theo dõi|giám sát/giu, 'monitor'],
];

/** What may stand between the bodies of one list, and between a body and its verb. */
const JOINT = /^(?:[\s,;()]|và|cùng|hoặc|với|các|là|có trách nhiệm|sẽ|được|cơ quan|đơn vị)*$/iu;

/** The bodies a text names, each with the part it is given in its sentence. */
export function rolesIn(text: string): readonly RoleMention[] {
  const agencies = agenciesIn(text);
  if (agencies.length === 0) return [];
  const cues = cuesIn(text);
  return agencies.map((agency) => ({ agency, roles: partsOf(agency, { text, agencies, cues }) }));
}

function cuesIn(text: string): readonly Cue[] {
  return CUES.flatMap(([pattern, role]) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      role,
      colon: match[0].endsWith(':'),
    })),
  ).sort((a, b) => a.start - b.start);
}

interface Sentence {
  readonly text: string;
  readonly agencies: readonly AgencyMention[];
  readonly cues: readonly Cue[];
}

function partsOf(agency: AgencyMention, sentence: Sentence): RoleMention['roles'] {
  const before = roleBefore(agency, sentence);
  const after = roleAfter(agency, sentence);
  if (after === 'coordinate' && before === null && !ledByAnother(agency, sentence)) return [after, 'given'];
  if (after !== null) return before === null || (before === 'given' && after === 'lead') ? [after] : [after, before];
  if (before !== null) return [before];
  return startsItem(agency, sentence) ? ['given'] : ['named'];
}

/** A body that alone is told to act is responsible even when the word is "phối hợp". */
function ledByAnother({ start }: AgencyMention, { text, cues }: Sentence): boolean {
  const from = Math.max(...['. ', '; ', '\n'].map((stop) => text.lastIndexOf(stop, start)));
  return cues.some((cue) => cue.role === 'lead' && cue.start > from && cue.end <= start);
}

/** "Sở Y tế chủ trì", "Sở Y tế (cơ quan chủ trì)", "Sở Y tế được giao". */
function roleAfter(agency: AgencyMention, sentence: Sentence): Role | null {
  const next = sentence.cues.find(({ start, colon }) => start >= agency.end && !colon);
  if (next === undefined || !isJoined(agency.end, next.start, sentence)) return null;
  return next.role !== 'given' || /^được/iu.test(sentence.text.slice(next.start, next.end)) ? next.role : null;
}

/** "Cơ quan chủ trì: Sở Y tế", "phối hợp với Sở Y tế", "giao Sở Y tế". */
function roleBefore(agency: AgencyMention, sentence: Sentence): Role | null {
  const previous = sentence.cues.findLast(({ end }) => end <= agency.start);
  if (previous === undefined) return null;
  const gap = sentence.text.slice(previous.end, agency.start);
  if (previous.colon) return /[.](?=\s|$)|\n/u.test(gap) ? null : previous.role;
  if (previous.role === 'lead' || previous.role === 'monitor') return null;
  return reaches(previous, gap, agency, sentence) ? previous.role : null;
}

/** Only other bodies and joining words stand between. */
function isJoined(from: number, to: number, { text, agencies }: Sentence): boolean {
  const rest = agencies
    .filter(({ start, end }) => start >= from && end <= to)
    .reduceRight((gap, { start, end }) => gap.slice(0, start - from) + gap.slice(end - from), text.slice(from, to));
  return JOINT.test(rest);
}

/** Those who are to be coordinated with stand in one clause; names no lexicon knows may stand among them. */
function reaches({ role, end }: Cue, gap: string, { start }: AgencyMention, sentence: Sentence): boolean {
  if (role === 'coordinate') return gap.length < 400 && !/[.;:](?=\s|$)|\n/u.test(gap);
  return isJoined(end, start, sentence);
}

/** First in its item or sentence, after a label at most: "4. Sở Y tế: …", and those listed with it. */
function startsItem(agency: AgencyMention, { text, agencies }: Sentence): boolean {
  const head = text.slice(0, agency.start);
  const from =
    Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '), head.lastIndexOf(': '), head.lastIndexOf('\n')) + 1;
  const rest = agencies
    .filter(({ start, end }) => start >= from && end <= agency.start)
    .reduceRight(
      (gap, { start, end }) => gap.slice(0, start - from) + gap.slice(end - from),
      text.slice(from, agency.start),
    );
  return /^[\s,;|–-]*(?:(?:trong|trước|sau|hằng|hàng|định kỳ|căn cứ|khi)\s[^.;:]{0,80},\s+)?(?:(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)]?\s+)?(?:[\s,;+•-]|và|các)*$/iu.test(
    rest,
  );
}
