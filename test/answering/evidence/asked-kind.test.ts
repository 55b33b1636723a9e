import { describe, expect, test } from 'vitest';
import { askedKind, statesFigure } from '../../../src/answering/evidence/asked-kind.ts';
import { readIntent } from '../../../src/answering/understand/intent.ts';
import type { Understanding } from '../../../src/answering/understand/understanding.ts';
import { tokenise } from '../../../src/vietnamese/tokens.ts';

function kindOf(question: string) {
  const folded = tokenise(question)
    .map(({ term }) => term)
    .join(' ');
  const { intent, needs } = readIntent(folded, { provinces: 1, years: 0 });
  const read: Pick<Understanding, 'folded' | 'intent' | 'needs'> = { folded, intent, needs };
  return askedKind(read);
}

describe('what a text must state', () => {
  test.each([
    ['Khóa sổ vào ngày nào hằng năm?', 'thực hiện vào ngày 28 tháng 02 hằng năm', 'Trước khi khóa sổ hằng năm'],
    ['Phải phân loại trong bao nhiêu ngày?', 'Trong 03 ngày làm việc', '3. Không thuộc phạm vi của Quy chế này'],
    ['Hỗ trợ bao nhiêu phần trăm chi phí?', 'hỗ trợ 70% chi phí', 'nộp 01 bộ theo Nghị định số 80/2021/NĐ-CP'],
    ['Bao đựng màu gì?', 'bao bì có màu xanh', 'Phân loại thành nhiều loại'],
    ['Đơn theo mẫu nào?', 'theo Mẫu số 02', 'nộp 01 bộ hồ sơ'],
    ['Nhận kết quả ở đâu?', 'Tại Bộ phận một cửa', 'sau khi nhận được kết quả thẩm định'],
    ['Phải trực bao nhiêu giờ?', 'trực 12/24 giờ', 'trực thường xuyên'],
    ['Hệ số trợ cấp bao nhiêu?', 'b) Người từ đủ 80 tuổi trở lên: 2.0', '2. Hệ số trợ cấp xã hội hằng tháng:'],
    ['Hệ số trợ cấp là mấy?', 'Người cao tuổi | 1,5', 'Người cao tuổi hưởng trợ cấp | % | 3,57 | 4'],
    ['Giá nước sạch bao nhiêu một khối?', 'Giá nước sạch: 7.500 đồng/m3', 'Hộ dùng nước sạch | % | 58 | 92'],
    ['Học phí đại học bao nhiêu?', 'Địa bàn: Đô thị | 110', 'không quá 9 tháng/năm học'],
    ['Mức học phí bao nhiêu?', 'không quá 40.000.000 đồng', 'Căn cứ Nghị quyết số 217/2025/QH15'],
    ['Sàn việc làm mở vào mấy ngày trong tháng?', 'Định kỳ (ngày 10 và 25 hàng tháng)', 'mở thường xuyên'],
    ['Niêm yết trong mấy ngày?', 'niêm yết 10 (mười) ngày làm việc', 'niêm yết tại nhà văn hóa'],
    [
      'Cấp lại thẻ trong bao lâu?',
      'Trong thời hạn 02 ngày làm việc',
      'theo khoản 3 Điều 22 Nghị định số 68/2024/NĐ-CP',
    ],
    ['Được gia hạn mấy lần?', 'việc gia hạn không quá một lần', 'cấp giấy lần đầu'],
    ['Hệ số trợ cấp bao nhiêu?', '2. Hệ số trợ cấp xã hội hằng tháng: 1.5.', 'ung thư, suy tim độ 4 và là hộ nghèo'],
    [
      'Chuyên gia được trả bao nhiêu một tháng?',
      'không quá 30.000.000 đồng/tháng',
      'có kinh nghiệm từ 10 năm đến dưới 15 năm',
    ],
    ['Được hỗ trợ tiền ký số bao nhiêu một năm?', 'không vượt quá 100.000 đồng/năm', 'Hỗ trợ 100% chi phí cấp mới'],
    ['Vé tham quan đền bao nhiêu?', '1 | Đền Trong | đồng/lượt | 20.000', '1 | Đền Trong | 90% | 10%'],
    ['Bao lâu phải sao lưu dữ liệu một lần?', 'sao lưu hằng ngày toàn bộ dữ liệu', 'sao lưu dữ liệu trong 02 ngày'],
    ['Kinh phí bảo trì lấy từ đâu?', 'được bảo đảm từ ngân sách nhà nước', 'lập kế hoạch bảo trì'],
    [
      'Tiền nuôi dưỡng do ngân sách cấp nào chi?',
      'Kinh phí nuôi dưỡng do ngân sách xã bảo đảm',
      'phát triển nguồn nhân lực',
    ],
    ['Ai trả tiền giám định?', 'tổ chức nào thì do tổ chức đó chi trả', 'giám định để xác định danh tính'],
    ['Vùng trọng điểm rộng bao nhiêu héc ta?', 'quỹ đất là 639 ha', 'trong khoảng thời gian 07 tháng'],
    ['Nhà tình nghĩa rộng mấy mét vuông?', 'Diện tích | m2 sàn/người | 32,5', 'quỹ đất là 639 ha'],
    ['Phải tổng kết vào năm nào?', 'tổng kết vào năm 2025', 'tổ chức sơ kết, tổng kết theo quy định'],
    ['Họp vào hôm nào?', 'họp vào ngày 10 hằng tháng', 'họp khi cần thiết'],
    ['Trưởng trạm chịu trách nhiệm trước ai?', 'chịu trách nhiệm trước Giám đốc Sở Y tế', 'có trách nhiệm báo cáo'],
    ['Phí cấp thẻ bao nhiêu?', 'Phí cấp thẻ là 20.000 đồng', 'thu phí, lệ phí (nếu có)'],
  ])('%s', (question, states, lacks) => {
    const kind = kindOf(question);
    expect([kind?.(states), kind?.(lacks)]).toEqual([true, false]);
  });

  test('a question of no such kind may be answered by anything', () =>
    expect(kindOf('Sở nào chủ trì lĩnh vực y tế?')).toBeNull());

  test.each(['1. Quy định chung', 'a) Người cao tuổi', 'Điều 3 Nghị định 28/2012/NĐ-CP', 'ngày 5/11/2020'])(
    'labels, numbers of documents and dates are no figures: %s',
    (text) => expect(statesFigure(text)).toBe(false),
  );
});
