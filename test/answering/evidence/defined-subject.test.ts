import { describe, expect, test } from 'vitest';
import { definedSubject, explainsAsked } from '../../../src/answering/evidence/defined-subject.ts';

describe('the term a sentence explains', () => {
  test.each([
    ['3. Khu vực bán hàng lưu động là khu vực do xã quy định', 'khu vuc ban hang luu dong'],
    ['b) Điểm bán được hiểu là nơi đặt một quầy', 'diem ban'],
    ['2. Bến tạm trong quy định này bao gồm bến đò, bến phà', 'ben tam'],
    ['2. Bến tạm gồm bến đò', null],
    ['- Chợ là nơi mua bán', null],
    ['Sở Công Thương thẩm định quy hoạch', null],
  ])('%s', (text, expected) => expect(definedSubject(text)).toBe(expected));

  test('is asked for where the question says it in one piece', () => {
    expect(explainsAsked('Khu vực lõi là khu vực quanh ga', 'khu vuc loi rong bao nhieu')).toBe(true);
    expect(explainsAsked('Khu vực chính là khu vực ngoài khu vực lõi', 'khu vuc loi rong bao nhieu')).toBe(false);
  });
});
