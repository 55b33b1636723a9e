import type { Agency } from '../../src/document/records.ts';
import type { AgencyMention } from '../../src/vietnamese/agencies.ts';
import type { ActorList } from './actors.ts';

/** A list of bodies with the words that narrow down its last one. */
export interface QualifiedBodies {
  readonly agencies: readonly Agency[];
  /** Where the words end that name the bodies, a remark in brackets included. */
  readonly end: number;
}

/** Words that tell a body to act, so that they narrow nothing down. */
const ORDER =
  /^(?:chủ trì|phối hợp|(?:có|chịu) trách nhiệm|có nhiệm vụ|thực hiện|tổ chức(?!\s+(?:chính trị|xã hội))|triển khai|tham mưu|báo cáo|xây dựng|căn cứ|theo dõi|chủ động|tăng cường|rà soát|tiếp tục|phải|cần|quyết định|đề xuất|gửi|lập)(?![\p{L}])/iu;

/** What narrows a body down: no other sentence, no longer than a title. */
const QUALIFIER = /^(\s+[^.;:()]{2,120}?)?\s*(?:\(.*\)?)?\s*$/u;

/**
 * Bodies named by what they are, with what tells them apart: "Các doanh nghiệp hoạt động trong lĩnh vực xây dựng",
 * "Các chủ rừng là tổ chức (…)". The title runs from the list to `end`; null when it says more than who is meant.
 */
export function qualifiedBodies(
  text: string,
  { list, actors, end }: { readonly list: ActorList; readonly actors: readonly AgencyMention[]; readonly end: number },
): QualifiedBodies | null {
  const rest = text.slice(list.end, end);
  const match = rest.match(QUALIFIER);
  if (match === null) return null;
  const qualifier = match[1] ?? '';
  const last = actors.find((actor) => actor.end === list.end);
  if (last === undefined || ORDER.test(qualifier.trim())) return null;
  if (qualifier.trim() === '') return { agencies: list.agencies, end };
  if (last.kind !== 'collective') return null;
  const printed = text.slice(last.start, list.end + qualifier.length).replace(/\s+/g, ' ');
  return { agencies: [...list.agencies.slice(0, -1), { name: printed, printed }], end };
}
