import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { Entitlement, EntitlementStrength } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { readQuantities } from '../../src/vietnamese/numbers.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { baseOf, type Draft, isPlacedText, partSpan } from './evidence.ts';
import { labelEnd } from './labels.ts';
import { clauses, type Stretch, sentences } from './sentences.ts';

/** Who can receive something. */
const GROUP = String.raw`(?:người|hộ|trẻ|gia đình|đối tượng|học sinh|sinh viên|học viên|lao động|thân nhân|phụ nữ|nạn nhân|công nhân|nông dân|ngư dân|đồng bào|hợp tác xã|doanh nghiệp|cá nhân|cán bộ|viên chức|giáo viên|thanh niên|hội viên|chủ rừng|dân số|nhân dân|người dân|tổ chức)`;

const RECEIVES =
  /\s(?:được\s+(?:hưởng|nhận|cấp|hỗ trợ|miễn|giảm|vay|chi trả|trợ giúp|trợ cấp|tặng|nuôi dưỡng|khám|chăm sóc|ưu tiên|đào tạo|đóng|thanh toán)|hưởng\s+(?:mức|chế độ|trợ cấp))/iu;

const SUPPORT_FOR = new RegExp(
  String.raw`(?<what>(?:hỗ trợ|trợ cấp|trợ giúp|miễn(?:,\s*giảm)?|giảm|tặng|cấp)\s[^.;:]{2,160}?)\s+(?:cho|đối với)\s+(?<who>(?:các\s+|những\s+|số\s+)?${GROUP}[^.;:]{0,220})`,
  'iu',
);

const SUPPORT_GROUP = new RegExp(
  String.raw`(?<verb>hỗ trợ|trợ giúp)\s+(?<who>(?:100%\s+)?(?:các\s+|những\s+)?${GROUP}\s[^.;:]{2,160}?)\s+(?<what>(?:về|tham gia|học|vay|vốn|phát triển|xây dựng|sửa chữa|chi phí|kinh phí)[^.;:]{2,120})`,
  'iu',
);

const ORIENTATION =
  /(?:nghiên cứu|xem xét|đề xuất|khuyến khích|nâng dần|từng bước|xây dựng(?:\s+\S+){0,3}\s+chính sách|ban hành (?:cơ chế|chính sách)|có (?:cơ chế|chính sách)|theo khả năng|định hướng)/iu;

/** Intentions that the pattern of an entitlement needs a noun for: "chính sách hỗ trợ", "mức trợ cấp". */
const INTENTION =
  /(?:nghiên cứu|xem xét|đề xuất|tham mưu|nâng dần|xây dựng|ban hành|mở rộng|có)[^.;:]{0,60}?(?<what>(?:chính sách|mức|cơ chế)\s+(?:hỗ trợ|trợ cấp|trợ giúp|đãi ngộ|đài ngộ|ưu tiên|ưu đãi)[^.;:]{0,160})/iu;

const PLANNED =
  /phấn đấu|bảo đảm|đảm bảo|mục tiêu|\d\s?%|tiếp tục|tăng cường|đẩy mạnh|huy động|thực hiện|triển khai|hướng dẫn|quan tâm/iu;

const CONDITION = /(?:,\s*|\s)((?:nếu|khi|trong trường hợp|với điều kiện|trong thời gian)\s[^,;.]{6,160})/iu;

/** A clause that states a benefit someone receives, or an intention to give one. */
export function readEntitlements(
  blocks: readonly PlacedBlock[],
  { document, source }: { readonly document: PolicyDocument; readonly source: SourceText },
): Draft<Entitlement>[] {
  const binding = isBinding(document);
  return blocks.flatMap((placed) => {
    if (!isPlacedText(placed) || placed.part !== 'body' || placed.role === 'heading') return [];
    const text = placed.block.text;
    return sentences(text, labelEnd(text)).flatMap((sentence) =>
      clauses(sentence).flatMap((clause) => {
        const read = readClause(clause, binding);
        if (read === null) return [];
        return [{ ...baseOf(source, placed, partSpan(source, placed.block, clause.start, clause.end)), ...read }];
      }),
    );
  });
}

/** Resolutions of a council and numbered-by-year decisions make rules; plans and directives make plans. */
function isBinding(document: PolicyDocument): boolean {
  return /\/\d{4}\/(?:NQ|QĐ|NĐ|TT|QH)/u.test(document.number ?? '');
}

type Read = Pick<Entitlement, 'who' | 'what' | 'condition' | 'level' | 'strength'>;

function readClause(clause: Stretch, binding: boolean): Read | null {
  const text = clause.text.trim().replace(/[.;]+$/, '');
  const intention = text.match(INTENTION)?.groups;
  if (intention?.what !== undefined) {
    const [what = '', who = ''] = splitFor(intention.what);
    return { who, what, condition: null, level: null, strength: 'orientation' };
  }
  const pair = received(text) ?? supported(text);
  if (pair === null || pair.who.length > 240) return null;
  const level = readQuantities(text).find((quantity) =>
    /đồng|lần mức|%.*(?:chi phí|kinh phí)/iu.test(quantity.unit ?? ''),
  );
  return {
    who: pair.who,
    what: pair.what,
    condition: text.match(CONDITION)?.[1]?.trim() ?? null,
    level: level === undefined ? null : text.slice(level.start, level.unitEnd).trim(),
    strength: strengthOf(text, binding),
  };
}

function splitFor(what: string): readonly [string, string] {
  const at = what.search(/\s(?:(?:cho|đối với)\s+|(?=nông dân|người nghèo|người có))/iu);
  if (at === -1) return [what.trim(), ''];
  return [
    what.slice(0, at).trim(),
    what
      .slice(at)
      .replace(/^\s(?:cho|đối với)?\s*/iu, '')
      .trim(),
  ];
}

/** "người cao tuổi … được hưởng trợ cấp xã hội hàng tháng". */
function received(text: string): { readonly who: string; readonly what: string } | null {
  const verb = text.match(RECEIVES);
  if (verb?.index === undefined) return null;
  const before = text.slice(0, verb.index);
  const at = before.search(
    new RegExp(String.raw`(?:^|\s)(?:\d+\s?%\s+)?(?:các\s+|số\s+|những\s+)?${GROUP}(?!\p{L})`, 'iu'),
  );
  if (at === -1) return null;
  return { who: before.slice(at).trim(), what: text.slice(verb.index).trim() };
}

/** "hỗ trợ lắp đặt thiết bị lọc nước cho các hộ nghèo". */
function supported(text: string): { readonly who: string; readonly what: string } | null {
  const groups = (text.match(SUPPORT_FOR) ?? text.match(SUPPORT_GROUP))?.groups;
  const { who, what, verb } = groups ?? {};
  if (who === undefined || what === undefined) return null;
  return { who: who.trim(), what: verb === undefined ? what.trim() : `${verb} ${what}`.trim() };
}

function strengthOf(text: string, binding: boolean): EntitlementStrength {
  if (ORIENTATION.test(text)) return 'orientation';
  if (binding) return 'entitlement';
  return PLANNED.test(text) ? 'planned' : 'entitlement';
}
