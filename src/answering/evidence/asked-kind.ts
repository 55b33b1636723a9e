import { fold } from '../../vietnamese/fold.ts';
import { maskNonQuantities } from '../../vietnamese/numbers-mask.ts';
import { MOST_SENTENCES, remembered } from '../../vietnamese/remembered.ts';
import { askedUnit } from '../understand/asked-things.ts';
import { asksForFunding } from '../understand/funding.ts';
import type { Understanding } from '../understand/understanding.ts';
import { statesMeasure } from './asked-measure.ts';
import { statesMoment } from './moments.ts';

/** Does a text state the kind of thing a question asks for? */
export type StatesKind = (text: string) => boolean;

/** An amount: with its currency, in thousands set off by stops, or as the figure of a table row that gives no share. */
const MONEY =
  /\d\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng|USD)|\d\s*(?:triệu|tỷ|tỉ|nghìn)(?!\p{L})|\d{1,3}(?:\.\d{3})+|^(?!.*%).*\|\s*\d{1,6}(?!\d)/iu;

/** "Hằng năm", "06 tháng một lần", "thường xuyên". */
const HOW_OFTEN =
  /(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|\d+\s*(?:ngày|tuần|tháng|năm)\s*(?:\/|một |1 )\s*lần|\d+ lần\s*(?:\/|một |mỗi )|thường xuyên/iu;

/**
 * A question word for a kind of thing, in folded words between spaces, and what a text that answers it prints. A figure is
 * met without its spelling in brackets: "10 (mười) ngày" is "10 ngày".
 */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/ (?:may|bao nhieu) (?:phut) /, /\d\s*phút/iu],
  [/ (?:may|bao nhieu) (?:gio|tieng)(?! sang| chieu) /, /\d\s*(?:giờ|tiếng)/iu],
  [
    / (?:may|bao nhieu) lan (?:(?:trong|tren) )?(?:mot|1|moi|hang) (?:ngay|tuan|thang|quy|nam) | (?:mot|1|moi|hang) (?:ngay|tuan|thang|quy|nam) (?:[a-z]+ ){0,6}(?:may|bao nhieu) lan /,
    HOW_OFTEN,
  ],
  [/ (?<!tang |giam |gap )(?:may|bao nhieu) lan(?! luot) /, /(?:\d|(?<!\p{L})(?:một|hai|ba|bốn))\s+lần(?!\p{L})/iu],
  [/ bao lau (?:[a-z]+ ){0,6}(?:mot|1) lan /, HOW_OFTEN],
  [
    / co (?:bao nhieu|may) (?:nguoi|bien che|cong chuc|can bo) (?!dat |duoc |tham gia )/,
    /\d\s+(?:\p{L}+\s+){0,2}?(?:người|biên chế|công chức|viên chức|cán bộ|lao động|thành viên)(?!\p{L})|người.*\|\s*\d/iu,
  ],
  [
    / (?:may|bao nhieu) (?:phan tram|%) /,
    /%|phần trăm|phần nghìn|một nửa|toàn bộ|tất cả|\|\s*\d|(?<![\d/])\d\/\d(?![\d/])/iu,
  ],
  [/ chiu (?:su )?trach nhiem truoc /, /chịu (?:sự )?trách nhiệm (?:toàn diện )?trước/iu],
  [/ (?:may gio|gio nao|luc may gio) /, /\d\s*(?:giờ|h\d|g\d)|\d{1,2}:\d{2}/iu],
  [/ (?:trong |(?<!vao )may |bao nhieu |bao lau )+(?:ngay|ngay lam viec) /, /\d\s*(?:ngày|giờ)/iu],
  [
    / (?:vao may ngay|(?<!ban )(?:ngay|hom|bua) (?:nao|may|bao nhieu)|tu ngay|truoc ngay|han chot) /,
    /ngày\s+\d|\d{1,2}\/\d{1,2}|\d+ ngày|ngày (?:đầu|cuối|\p{Lu})|cuối (?:tháng|quý|năm)|hằng ngày|hàng ngày|thứ (?:hai|ba|tư|năm|sáu|bảy)/iu,
  ],
  [/ (?<!(?:moi|hang|tung|den|toi) )nam (?:nao(?! cung)|may) /, /(?:19|20)\d\d|(?:hằng|hàng|mỗi) năm/iu],
  [/ (?:thang nao(?! cung)|thang may) /, /tháng\s+\d|\d{1,2}\/\d{4}/iu],
  [
    / he so (?!su dung)(?:[a-z0-9]+ )*?(?:bao nhieu|may) /,
    /hệ số[^.;:|]{0,40}\d|^(?!.*%).*[:|]\s*(?:hệ số )?\d+[.,]\d/iu,
  ],
  [
    / (?:ve tham quan|phi|gia|(?:muc|tien|huong|tra) luong|chi|tra|linh|thuong|ho tro|tro cap|phu cap|boi duong|dinh muc) (?:[a-z0-9]+ ){0,14}?bao nhieu (?:tien |dong )?(?:mot|1|moi) (?:thang|nam|ngay|gio|buoi|luot|ve|khoi|nguoi|bien che|hoc sinh|suat|ho) /,
    MONEY,
  ],
  [
    /^(?!.* (?:ho tro|mien|giam|de lai|giu lai|cao hon|thap hon) ).* (?:(?<!tham |quoc |danh |chuyen )gia(?! dinh | tri | tang | han )|ve (?:tham quan|vao|xe|tau)|(?:hoc|le|thu) phi) (?:[a-z0-9]+ ){0,14}?bao nhieu (?!phan tram |lan |nguoi |ho |don vi )/,
    MONEY,
  ],
  [
    / (?:(?<!tham |quoc |danh |chuyen )gia(?! dinh | tri | tang | han )|(?:muc|tien|huong|tra) luong|(?<=^ )luong|(?<!kinh |chi |mien )phi(?! chinh thuc| tap trung| cong lap| nong nghiep| vat the| loi nhuan)|chi|thuong) (?:[a-z0-9]+ ){0,10}?bao nhieu (?:tien |dong |mot |1 |moi )?(?!phan tram|lan |nguoi |ho |don vi )|bao nhieu tien | muc chi (?:[a-z0-9]+ ){0,24}?bao nhieu (?!phan tram |lan )/,
    new RegExp(
      `${MONEY.source}|^(?=.*(?:phí|giá|thưởng|mức)(?!\\p{L}))(?!.*(?:giữ lại|để lại|nộp ngân sách)).*\\d\\s*%(?!\\s*\\|)|^(?!.*\\|\\s*%).*\\|\\s*\\d{1,6}(?!\\d)`,
      'iu',
    ),
  ],
  [/ mau (?:so |don )?(?:gi|nao|may) /, /(?<!\p{L})(?:màu|mẫu)(?!\p{L})/iu],
  [
    / (?:dia ban|khu vuc|vung) nao /,
    /(?<!\p{L}|trên )(?:địa bàn|khu vực|vùng|xã(?! hội)|phường|thôn|huyện)(?!\p{L})/iu,
  ],
  [
    / (?:o|tai) (?:dau|cho nao|noi nao) /,
    /(?<!\p{L})(?:nơi|địa điểm|địa chỉ|trụ sở|tại|qua|đến|cổng|trang)(?!\p{L})/iu,
  ],
  [
    / (?:mat|ton|dong|nop|tra|thu|chiu) (?:them )?(?:tien |le )?(?:phi|tien|ve) .*(?:khong|ko|k|hong|hok) /,
    /phí|vé|tiền|miễn/iu,
  ],
  [/ (?:may|bao nhieu) tuoi | tuoi (?:la )?bao nhieu /, /tuổi/iu],
];

/** What the kind asked for is read off. */
type Asking = Pick<Understanding, 'folded' | 'needs' | 'intent'>;

/**
 * What a text must state to answer the question: a day for "ngày nào", a span for "trong bao nhiêu ngày", a figure for
 * "bao nhiêu"; null where the question asks for no such thing.
 */
export function askedKind(asking: Asking): StatesKind | null {
  const known = READ.get(asking);
  if (known !== undefined) return known;
  const read = readKind(asking);
  READ.set(asking, read);
  return read;
}

/** Asked again for each sentence of a question. */
const READ = new WeakMap<Asking, StatesKind | null>();

function readKind({ folded, needs, intent }: Asking): StatesKind | null {
  const asked = ` ${folded} `;
  if (HOW_LONG.test(asked)) return statesDuration;
  if (asksForFunding(folded)) return statesFunding;
  const measure = statesMeasure(folded);
  if (measure !== null) return measure;
  if (/ (?:bao gio|khi nao|luc nao|chung nao) /.test(asked)) return statesMoment;
  const kind = KINDS.find(([asks]) => asks.test(asked));
  if (kind !== undefined) return (text) => kind[1].test(withoutSpelling(text));
  const counts = needs.includes('number') && intent !== 'count' && / (?:bao nhieu|may) /.test(asked);
  return counts ? statesCount(askedUnit(folded)) : null;
}

/** Money and where it comes from; "nguồn nhân lực" is no source of it. */
const FUNDING =
  /chi trả|(?:từ|bằng|do) (?:nguồn )?ngân sách|(?:kinh phí|chi phí|vốn|tiền)[^.;]*(?:ngân sách|nguồn(?! lực| nhân lực)|đóng góp|tài trợ|xã hội hóa|tự chi|do [^.;]* (?:chi|trả|bảo đảm|đảm bảo|bố trí))|(?:ngân sách|nguồn (?:vốn|kinh phí|thu|xã hội hóa))[^.;]*(?:bảo đảm|đảm bảo|bố trí|chi trả|kinh phí|cấp|hỗ trợ)/iu;
const statesFunding: StatesKind = (text) => FUNDING.test(text);

/** "Trong bao lâu", but not "bao lâu một lần", which asks how often. */
const HOW_LONG = / bao lau (?!(?:[a-z]+ ){0,6}(?:mot|1) lan )/;
const DURATION =
  /\d\s*(?:ngày|giờ|phút|tuần|tháng|năm)(?!\p{L})|thường xuyên|(?:hằng|hàng) (?:ngày|tháng|quý|năm)|ngay (?:khi|sau)/iu;

/** A span of time, which neither a day nor the year of a document is. */
const statesDuration: StatesKind = remembered((text) => {
  const plain = withoutSpelling(text);
  return DURATION.test(maskNonQuantities(plain)) || / từ .{0,20}\d.{0,30} đến .{0,20}\d/u.test(plain);
}, MOST_SENTENCES);

/** Figures without the words they are repeated in: "10 (mười) ngày" reads "10 ngày". */
export function withoutSpelling(text: string): string {
  return text.includes('(') ? text.replace(/(\d)\s*\(\p{Ll}[\p{Ll} ]{1,30}\)/gu, '$1') : text;
}

/** A figure, or the one of its kind: "một tài khoản" where "mấy tài khoản" is asked. */
function statesCount(unit: string | null): StatesKind {
  return unit === null
    ? statesFigure
    : (text) => statesFigure(text) || (/(?<!\p{L})một /iu.test(text) && fold(text).includes(`mot ${unit}`));
}

/** A figure that is no date, number of a document or label of a part; small ones may be written out. */
export const statesFigure: StatesKind = remembered((text) => {
  const body = text.replace(/^\s*(?:\d{1,3}(?:\.\d{1,2})*[.)]|\p{L}[.)])\s/u, '');
  return /\d/.test(maskNonQuantities(body)) || /(?<!\p{L})(?:hai|ba|bốn|sáu|bảy|tám|chín|mười)(?!\p{L})/iu.test(body);
}, MOST_SENTENCES);
