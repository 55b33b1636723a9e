import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { Entitlement, EntitlementStrength } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { readQuantities } from '../../src/vietnamese/numbers.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { baseOf, type Draft, isPlacedText, partSpan } from './evidence.ts';
import { labelEnd } from './labels.ts';
import { clauses, type Stretch, sentences } from './sentences.ts';

type Read = Pick<Entitlement, 'who' | 'what' | 'condition' | 'level' | 'strength'>;

/** Who can receive something. */
const PEOPLE =
  '(?:người|hộ|trẻ|gia đình|đối tượng|học sinh|sinh viên|học viên|lao động|thân nhân|phụ nữ|nạn nhân|công nhân|nông dân|ngư dân|đồng bào|cá nhân|giáo viên|thanh niên|hội viên|chủ rừng|người dân|Nhân dân|nhân dân)';
const GROUP = String.raw`(?:\d+\s?%\s+)?(?:các\s+|những\s+|số\s+)*${PEOPLE}(?![\p{L}])`;

/** What is given, by the words a benefit begins with. */
const BENEFIT = String.raw`(?:hỗ trợ|trợ cấp|trợ giúp|ưu tiên|tặng|miễn(?:,\s*giảm)?|cho vay|vốn vay|mức chuẩn|mức hưởng|chế độ,? chính sách|chính sách (?:hỗ trợ|ưu đãi|ưu tiên|trợ giúp|khám|bảo hiểm|nhà ở)|(?:xây dựng|sửa chữa|xây mới)(?:, (?:xây dựng|sửa chữa))? nhà|nhà ở|bổ sung|xóa|xoá|giải quyết việc làm|cấp (?:thẻ|phát|gạo|bù|kinh phí))`;

/** "người cao tuổi … được hưởng trợ cấp xã hội hàng tháng". */
const RECEIVED = new RegExp(
  String.raw`(?<who>${GROUP}.*?)\s(?<what>được\s+(?:hưởng|nhận|cấp|hỗ trợ|miễn|giảm|vay|chi trả|trợ giúp|trợ cấp|tặng|nuôi dưỡng|khám|ưu tiên|thanh toán)(?![\p{L}]).*)$`,
  'iu',
);

/** "hỗ trợ lắp đặt thiết bị lọc nước cho các hộ nghèo". */
const GIVEN = new RegExp(
  String.raw`(?<![\p{L}])(?<what>${BENEFIT}(?![\p{L}])[^;:]{0,160}?)\s+(?:dành\s+)?(?:cho|đối với)\s+(?<who>${GROUP}.*)$`,
  'iu',
);

/** "hỗ trợ 100% gia đình người có công gặp khó khăn về nhà ở". */
const HELPED = new RegExp(String.raw`(?<![\p{L}])(?<what>hỗ trợ|trợ giúp|trợ cấp)\s+(?<who>${GROUP}.*)$`, 'iu');

/** "người có công … có mức sống bằng hoặc cao hơn mức sống trung bình". */
const LIVING = new RegExp(
  String.raw`(?<who>${GROUP}.*?)\s(?:phải\s+)?có\s+(?<what>mức sống\s+(?:từ|bằng|trung bình|tối thiểu|cao hơn).*)$`,
  'iu',
);

/** "Đối với các hộ đặc biệt khó khăn: … xây dựng nhà tình nghĩa": the group first, then what is given. */
const ANNOUNCED = new RegExp(
  String.raw`^(?:Đối với\s+)?(?!đối tượng\s+(?:được\s+)?(?:thụ hưởng|hưởng|áp dụng|hỗ trợ))(?<who>${GROUP}[^:]{0,160}):\s*(?<what>.*?(?<![\p{L}])(?:${BENEFIT}|nhà tình nghĩa|nhà tình thương|mức (?:chi|hỗ trợ))(?![\p{L}]).*)$`,
  'iu',
);

/** "thực hiện tốt các chính sách trợ giúp xã hội kịp thời, đúng đối tượng": given to those whom its rules name. */
const DUE =
  /(?<![\p{L}])(?<what>(?:chính sách|chế độ)[^;:,]{0,60}?(?:trợ giúp|trợ cấp|hỗ trợ|ưu đãi|bảo trợ)[^;:]{0,80}?)\s(?:kịp thời, |đầy đủ, )*đúng\s(?<who>đối tượng)(?![\p{L}])/iu;

/** A benefit that is only meant to come: no group need be named. */
const INTENDED =
  /(?<![\p{L}])(?:nghiên cứu|xem xét|đề xuất|nâng dần|xây dựng|ban hành)[^.;:]{0,60}?(?<what>(?:chính sách|mức|cơ chế)\s+(?:hỗ trợ|trợ cấp|trợ giúp|đãi ngộ|ưu tiên|ưu đãi).*)$/iu;

/** Where the group ends and the purpose or manner of the benefit begins. */
const GROUP_END =
  /\s(?:để|nhằm|góp phần|đảm bảo|bảo đảm|theo|do (?:Chính phủ|tỉnh)|đều|phát huy|khẳng định|từ nguồn|thông qua|được\s)(?![\p{L}]).*$|[,;]\s*(?:góp phần|đảm bảo|bảo đảm|gắn với|đồng thời|nhất là ở|giúp|từng bước|hướng tới).*$/iu;

const ORIENTED = /nghiên cứu|xem xét|khuyến khích|nâng dần|theo khả năng|có cơ chế|quan tâm giải quyết|định hướng/iu;

const CONDITION = /(?:^|[,\s])((?:nếu|khi|trong trường hợp|với điều kiện)\s[^,;.]{6,160})/iu;

const MONEY = /đồng|mức (?:chuẩn|lương)/iu;

/** Past deeds and work of the bodies themselves are nothing anybody receives. */
const NO_BENEFIT =
  /đã được|được (?:quan tâm|chú trọng)|còn thiếu|tuyên truyền|phổ biến|nâng cao nhận thức|tư vấn chuyên môn|giảm phiền hà|thủ tục hành chính|ý thức/iu;

/** Clauses that state a benefit people receive, or the intention to give one. */
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

/** Resolutions and decisions numbered by year make rules; plans and directives make plans. */
function isBinding(document: PolicyDocument): boolean {
  return /\/\d{4}\/(?:NQ|QĐ|NĐ|TT|QH)/u.test(document.number ?? '');
}

/** In the order in which they are tried. */
const PATTERNS: readonly RegExp[] = [GIVEN, LIVING, HELPED, ANNOUNCED, INTENDED, DUE];

function readClause(clause: Stretch, binding: boolean): Read | null {
  const text = clause.text.trim().replace(/[.;/]+$/, '');
  if (NO_BENEFIT.test(text)) return null;
  const received = text.match(RECEIVED)?.groups;
  const given =
    received ?? PATTERNS.map((pattern) => text.match(pattern)?.groups).find((groups) => groups !== undefined);
  const what = given?.what?.trim();
  if (what === undefined) return null;
  const who = (given?.who ?? '')
    .replace(GROUP_END, '')
    .replace(/[\s,]+$/, '')
    .trim();
  if (who.length > 260) return null;
  const level = readQuantities(text).find((quantity) => MONEY.test(quantity.unit ?? ''));
  return {
    who,
    what,
    condition: text.match(CONDITION)?.[1]?.trim() ?? null,
    level: level === undefined ? null : text.slice(level.start, level.unitEnd).trim(),
    strength: strengthOf(text, { received: received !== undefined, binding }),
  };
}

/** Standing payments and loans are paid to whoever meets their rules. */
const STANDING = /chi trả|trợ cấp thường xuyên|nguồn vốn vay/iu;

/** What people "are to receive" they can claim; what the plan sets out to give is planned. */
function strengthOf(
  text: string,
  { received, binding }: { readonly received: boolean; readonly binding: boolean },
): EntitlementStrength {
  if (ORIENTED.test(text)) return 'orientation';
  return received || binding || STANDING.test(text) ? 'entitlement' : 'planned';
}
