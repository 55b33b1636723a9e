import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { Quantity } from '../../src/vietnamese/numbers.ts';
import type { PlacedBlock } from '../placed-block.ts';

/** What a figure in running text is: aimed at, reached before, or neither (an age, a rate of a rule, a time limit). */
export type FigureKind = 'target' | 'result' | null;

/** What surrounds a figure. */
export interface Scene {
  readonly placed: PlacedBlock;
  readonly document: PolicyDocument;
  /** The sentence with the figure, and the clause inside it. */
  readonly sentence: string;
  readonly clause: string;
  /** The text of the clause before the figure, and after its unit. */
  readonly before: string;
  readonly after: string;
  readonly period: string | null;
  /** The line that opens the list the figure stands in. */
  readonly opening: string | null;
}

/** Ages, time limits and school sessions measure people and procedures, not what a plan reaches. */
const NO_INDICATOR_UNIT =
  /^(?:tuổi|tháng|ngày|ngày làm việc|giờ|phút|tuần|năm|quý|buổi|mức|kỳ|bậc|bộ|ca|loại|khoản|nhóm|giải pháp|Gb\/s|Mb\/s|Mbps|Gbps|Gb|km\/h|dự|ban|điều|điểm chuẩn)(?:\/|$)/iu;

/** An indicator that is itself a stretch of time or an age. */
const MEASURES_TIME = /(?:tuổi thọ|số năm|thời gian|số ngày|tuổi trung bình|rút ngắn|cắt giảm)[^,;]{0,60}$/iu;

const AIMS =
  /phấn đấu|mục tiêu|chỉ tiêu|dự kiến|đến (?:hết |cuối )?năm|đến \d{4}|giai đoạn|hằng năm|hàng năm|mỗi năm|bảo đảm|đảm bảo|duy trì|giữ|hoàn thành|ít nhất|tối thiểu|nâng|giảm|tăng|đạt|xóa|xoá|thu hút|hỗ trợ \d|quy hoạch|bố trí|100\s?%/iu;

/** Words of a plan that set a goal, needed for a count or in a document that makes rules. */
const STRONG_AIM =
  /phấn đấu|mục tiêu|chỉ tiêu|dự kiến|đến (?:hết |cuối )?năm \d|giai đoạn|hằng năm|hàng năm|mỗi năm|duy trì|giữ vững|ít nhất|tối thiểu|đạt|quy hoạch|hoàn thành|thu hút|bình quân/iu;

const AIM_HEADING = /mục tiêu|chỉ tiêu|phấn đấu|nội dung thi đua/iu;

/** What was reached: said of the past, or under a heading that looks back. */
const REACHED =
  /(?:^|\s)(?:mới đạt|hiện (?:nay|có|đạt|tại)|tính đến|tính hết|kết quả đạt được|đạt được|ước đạt|vượt (?:chỉ tiêu|kế hoạch)|còn thấp|so với cùng kỳ|trong năm qua|thời gian qua|vừa qua)(?![\p{L}])/iu;
const LOOKS_BACK =
  /đánh giá|kết quả (?:thực hiện|đạt được)|thực trạng|hiện trạng|tình hình (?:thực hiện|kinh tế|chung)|hạn chế|tồn tại|nguyên nhân|đặc điểm|sự cần thiết|bối cảnh|khái quát/iu;
const LOOKS_AHEAD = /mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|dự kiến|phương hướng|nội dung thi đua|phương án/iu;

/** What has been done, said before the figure; "người đã có tài khoản" after it describes people. */
const DONE = /(?:^|\s)đã(?![\p{L}])[^;]*$/iu;

/** A figure another body set: "(Thủ tướng Chính phủ giao: 2,67%/năm)". */
const SET_BY_OTHERS = /\([^()]*giao\s*:?[^()]*$/iu;

/** Where figures state rules: fees, support levels, shares of cost, areas of plots, limits of authority. */
const RULE =
  /mức (?:chi|thu|hỗ trợ|phạt|phí|giá|đóng|khoán)|không quá|hỗ trợ (?:tối đa )?[\d.,]+\s?(?:đồng|triệu|tỷ|nghìn)|tối đa|lãi suất|thuế suất|phí |lệ phí|giá trị (?:dưới|trên|từ)|diện tích (?:từ|dưới|trên)|quy mô (?:từ|dưới|trên)|có (?:trên|từ|dưới) \d|hệ số|tỷ lệ (?:phân chia|trích|chiết khấu|hoàn trả)|định mức|mức \d|công suất|chiều (?:dài|rộng|cao)|khoảng cách/iu;

/** Is a figure a target, a result, or no record at all? */
export function figureKind(figure: Quantity, scene: Scene): FigureKind {
  const unit = figure.unit ?? '';
  if (NO_INDICATOR_UNIT.test(unit) && !MEASURES_TIME.test(scene.before)) return null;
  if (
    !isMeasured(figure, scene) ||
    isOneOf(figure, scene) ||
    countsBodies(figure, scene) ||
    CRITERIA.test(scene.opening ?? '')
  )
    return null;
  const rules = isRuleMaking(scene.document);
  if (!rules && looksBack(scene)) return 'result';
  const headed =
    AIM_HEADING.test(scene.placed.headingTrail.slice(-2).join(' ')) &&
    !LOOKS_BACK.test(scene.placed.headingTrail.at(-1) ?? '');
  if (rules)
    return STRONG_AIM.test(scene.clause) &&
      /phấn đấu|mục tiêu|chỉ tiêu|đến năm|giai đoạn/iu.test(
        `${scene.sentence} ${scene.placed.headingTrail.at(-1) ?? ''}`,
      ) &&
      !RULE.test(scene.clause)
      ? 'target'
      : null;
  if (RULE.test(scene.clause) && !STRONG_AIM.test(scene.clause) && !headed) return null;
  if (unit.startsWith('%')) return AIMS.test(scene.clause) || headed ? 'target' : null;
  return STRONG_AIM.test(scene.clause) || headed || STRONG_AIM.test(scene.sentence.slice(0, 60)) ? 'target' : null;
}

/** "phối hợp với Ủy ban nhân dân 04 xã": how many bodies, not how much. */
function countsBodies(figure: Quantity, scene: Scene): boolean {
  return (
    /^(?:xã|phường|huyện|tỉnh|sở|đơn vị|cơ quan)/u.test(figure.unit ?? '') &&
    /(?:Ủy ban nhân dân|UBND|của|tại|gồm|các)\s+$/u.test(scene.before)
  );
}

/** "đáp ứng ít nhất 01 trong 02 tiêu chí": how many of a list, of a definition and not of a plan. */
function isOneOf(figure: Quantity, scene: Scene): boolean {
  return (
    /^\s*trong\s+(?:số\s+)?\d/iu.test(scene.after) ||
    /\d+\s+trong\s+(?:số\s+)?$/iu.test(scene.before) ||
    (figure.unit === 'tiêu chí' && /đáp ứng/iu.test(scene.before))
  );
}

/** What opens a list of conditions; the figures below define, they do not plan. */
const CRITERIA = /(?:tiêu chí|điều kiện|trường hợp|đáp ứng|quy định|tiêu chuẩn)[^:]{0,60}:\s*$/iu;

/** A bare number without unit counts only where the clause says that something reaches it. */
function isMeasured(figure: Quantity, scene: Scene): boolean {
  if (figure.unit !== null) return true;
  return (
    /(?:đạt|là|còn|xuống|lên|mức|ở mức|:)\s*(?:khoảng|trên|dưới|từ)?\s*$/iu.test(scene.before) &&
    /chỉ số|hệ số|điểm|mức|tỷ số|tỷ lệ|số/iu.test(scene.before)
  );
}

function looksBack(scene: Scene): boolean {
  if (SET_BY_OTHERS.test(scene.before)) return true;
  const { period, document } = scene;
  const issued = document.issuedOn === null ? null : Number(document.issuedOn.slice(0, 4));
  const last = period?.match(/\d{4}(?!.*\d{4})/)?.[0];
  if (issued !== null && last !== undefined) {
    const aims = /phấn đấu|mục tiêu|kế hoạch|bảo đảm|đảm bảo/iu.test(scene.clause);
    if (Number(last) < issued) return !/so với\s+(?:năm\s+)?\d{4}/iu.test(scene.clause);
    if (Number(last) > issued) return false;
    if (!aims && (REACHED.test(scene.sentence) || DONE.test(scene.before))) return true;
  }
  const heading = scene.placed.headingTrail.at(-1) ?? '';
  if (LOOKS_BACK.test(heading) && !LOOKS_AHEAD.test(scene.placed.headingTrail.join(' '))) return true;
  return (
    (REACHED.test(scene.clause) || DONE.test(scene.before)) &&
    !/phấn đấu|mục tiêu|bảo đảm|đảm bảo|tiếp tục/iu.test(scene.clause)
  );
}

/** Decisions and resolutions numbered by year make rules; their figures are levels and limits. */
function isRuleMaking(document: PolicyDocument): boolean {
  return /\/\d{4}\/(?:NQ|QĐ|NĐ|TT|QH)/u.test(document.number ?? '');
}
