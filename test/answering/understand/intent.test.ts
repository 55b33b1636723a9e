import { describe, expect, test } from 'vitest';
import { readIntent } from '../../../src/answering/understand/intent.ts';
import { tokenise } from '../../../src/vietnamese/tokens.ts';

const intentOf = (question: string, provinces = 1, years = 0) =>
  readIntent(
    tokenise(question)
      .map(({ term }) => term)
      .join(' '),
    { provinces, years },
  );

describe('the intent of a question', () => {
  test.each([
    ['Sở nào chủ trì lĩnh vực y tế?', 'lead'],
    ['Ai lo dựng cụm thông tin điện tử?', 'lead'],
    ['Mặt trận phối hợp với ai?', 'coordinate'],
    ['Sở nào theo dõi, đánh giá nhóm chỉ tiêu nhà ở?', 'monitor'],
    ['Báo cáo về đâu, trước ngày nào?', 'report'],
    ['Cơ quan nào thẩm định báo cáo đánh giá tác động môi trường?', 'lead'],
    ['Hội nghị thôn gồm những ai?', 'list'],
    ['Ngành được hỗ trợ chuyển đổi số gồm những ngành nào?', 'list'],
    ['Doanh nghiệp phải đạt tiêu chí thi đua nào?', 'list'],
    ['Giá được cao hơn mức quy định bao nhiêu phần trăm?', 'target'],
    ['Bao giờ hoàn thành hỗ trợ sửa nhà?', 'deadline'],
    ['Tỷ lệ thất nghiệp năm 2030 là bao nhiêu?', 'target'],
    ['Mức sinh thay thế đến năm 2030 là bao nhiêu?', 'target'],
    ['Tỉnh có mục tiêu tỷ lệ nhà ở kiên cố không?', 'target'],
    ['Sở Y tế chủ trì những nhiệm vụ nào?', 'tasks'],
    ['Sở Xây dựng phụ trách lĩnh vực gì?', 'tasks'],
    ['Sở Tài chính chủ trì mấy việc?', 'tasks'],
    ['Nhà em cận nghèo có được trợ cấp không?', 'entitlement'],
    ['Người có công được ưu tiên những gì?', 'entitlement'],
    ['Có được cho thuê điểm bán hàng không?', 'passage'],
    ['Trưởng trạm chịu trách nhiệm trước ai?', 'passage'],
    ['Chữ ký số đặt ở vị trí nào?', 'passage'],
    ['Kế hoạch chia ra mấy nhóm chính sách?', 'count'],
    ['Rác phải chia làm mấy loại?', 'count'],
    ['Kiến nghị phân loại theo kết quả thành mấy loại?', 'count'],
    ['Nếu bằng điểm nhau thì xếp hạng thế nào?', 'passage'],
    ['Đi học đại học cần điều kiện gì?', 'list'],
    ['Kinh tế số là gì?', 'definition'],
    ['Phụ lục gồm những nhóm chỉ tiêu nào?', 'list'],
    ['Tỉnh thực hiện nghị quyết nào của Trung ương?', 'basis'],
    ['BHTN viết tắt của cụm từ nào, là gì?', 'definition'],
    ['Hiện có những văn bản nào?', 'documents'],
    ['Thu nhập của hộ nghèo tăng mấy lần so với năm 2021?', 'target'],
    ['Bao nhiêu phần trăm phụ nữ được khám thai định kỳ?', 'target'],
    ['Bao nhiêu điểm dân cư có thu gom nước thải?', 'target'],
    ['Sở Ngoại vụ có vai trò gì?', 'tasks'],
    ['Chỉ thị 08 yêu cầu Mặt trận làm gì?', 'tasks'],
    ['Nếu ngập thì dân phải làm gì?', 'passage'],
    ['Xây nhà tình thương cho ai?', 'passage'],
  ])('%s → %s', (question, intent) => expect(intentOf(question).intent).toBe(intent));

  test.each([
    ['Ai ký kế hoạch này?', 'signer'],
    ['Ông ấy ký với chức danh gì?', 'signer_position'],
    ['Kế hoạch 50 ban hành ngày nào?', 'issuedOn'],
    ['Kế hoạch này thay thế văn bản nào?', 'replaces'],
    ['Chỉ thị 08-CT/TU là của tỉnh nào?', 'issuer'],
    ['Chỉ thị này còn hiệu lực không?', 'replacedBy'],
    ['Kế hoạch này hết hiệu lực khi nào?', 'replacedBy'],
    ['Khi nào kế hoạch này hết hiệu lực?', 'replacedBy'],
    ['Kế hoạch này có hiệu lực khi nào?', 'effectiveOn'],
    ['Chương trình 06-CTr/TU nói về gì?', 'title'],
    ['Chỉ thị 08 dùng để làm gì?', 'title'],
    ['Kế hoạch 46 ra đời nhằm mục đích gì?', 'title'],
    ['Kế hoạch 50 thay thế kế hoạch nào, kế hoạch đó ban hành ngày nào?', 'replaces'],
  ])('%s asks for the %s', (question, aspect) =>
    expect(intentOf(question)).toMatchObject({ intent: 'metadata', aspect }),
  );

  test('a plan may be asked whether it still applies, a thing is looked for', () => {
    expect(intentOf('Kế hoạch 12 còn dùng được không?').aspect).toBe('replacedBy');
    expect(intentOf('Định mức xe đẩy cũ có còn dùng được không?').aspect).toBeNull();
  });

  test('two provinces and a quantity make a comparison', () =>
    expect(intentOf('Tỷ lệ lao động qua đào tạo đến 2025 của hai tỉnh là bao nhiêu', 2, 1).intent).toBe('compare'));

  test.each([
    ['Mỗi tháng được bao nhiêu tiền?', 'money'],
    ['Lương giáo viên ở Bắc Giang bao nhiêu?', 'money'],
    ['Cần những giấy tờ gì?', 'procedure'],
    ['Ai là giám đốc Sở Y tế?', 'office_holder'],
    ['Chủ tịch Ủy ban nhân dân tỉnh tên là gì?', 'office_holder'],
  ])('%s needs %s', (question, need) => expect(intentOf(question).needs).toContain(need));

  test.each([
    ['Xã đạt 92% thì được cộng mấy điểm?', 'target'],
    ['Hồ sơ chậm bị trừ bao nhiêu điểm?', 'target'],
    ['Khoản 2 có mấy điểm?', 'count'],
  ])('%s asks for a %s: points scored are a figure', (question, intent) =>
    expect(intentOf(question).intent).toBe(intent),
  );

  test.each([
    ['Làm thế nào để được nhận trợ cấp?', true],
    ['Làm thế nào để cân bằng giới tính khi sinh?', false],
  ])('%s needs a procedure: %s', (question, needed) =>
    expect(intentOf(question).needs.includes('procedure')).toBe(needed),
  );

  test('a sign language is no sign of a document', () =>
    expect(intentOf('Bản tin có ngôn ngữ ký hiệu đạt mấy phần trăm?').aspect).toBeNull());

  test('a role in a plan is no office a person holds', () =>
    expect(intentOf('Cơ quan nào là đầu mối, ai phụ trách?').needs).not.toContain('office_holder'));
});
