import { expect, test } from 'vitest';
import { statesMeasure } from '../../../src/answering/evidence/asked-measure.ts';

test.each([
  ['tuoi nghi huu o dong nai la bao nhieu', '55% số người sau độ tuổi nghỉ hưu', false],
  ['tuoi nghi huu o dong nai la bao nhieu', 'Tuổi nghỉ hưu là 61 tuổi', true],
  ['tre may tuoi thi di hoc', 'Trẻ đủ 6 tuổi vào lớp một', true],
  ['do tuoi tuyen quan la bao nhieu', 'Độ tuổi | tuổi | 18', true],
  ['bao nhieu hec ta rung', 'trồng 500 ha rừng', true],
  ['bao nhieu hec ta rung', 'trồng 500 cây', false],
  ['kinh phi do dac nam 2026 la bao nhieu', 'Tổng kinh phí 12 tỷ đồng', true],
  ['kinh phi do dac nam 2026 la bao nhieu', 'Kinh phí (triệu đồng) | 850', true],
  ['kinh phi do dac nam 2026 la bao nhieu', 'Tọa độ X | 2166739', false],
])('“%s” of “%s”: %s', (question, text, states) => expect(statesMeasure(question)?.(text)).toBe(states));

test.each([
  'nguoi cao tuoi o bac giang duoc bao nhieu tien',
  'tuoi tho trung binh la bao nhieu',
  'kinh phi ho tro la bao nhieu phan tram',
  'ai chu tri',
])('“%s” asks for no measure', (question) => expect(statesMeasure(question)).toBeNull());
