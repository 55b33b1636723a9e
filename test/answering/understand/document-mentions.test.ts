import { describe, expect, test } from 'vitest';
import { findDocumentMentions, fitsNumber } from '../../../src/answering/understand/document-mentions.ts';

describe('documents named by number', () => {
  test.each([
    ['kế hoạch 50 của Bắc Giang', 'Kế hoạch', '50', null],
    ['kh9491', 'Kế hoạch', '9491', null],
    ['NQ42', 'Nghị quyết', '42', null],
    ['Chỉ thị 08-CT/TU', 'Chỉ thị', '8', 'cttu'],
    ['48/2025/NQ-HĐND', null, '48', 'nqhdnd'],
    ['nghi quyet so 68/NQ-CP', 'Nghị quyết', '68', 'nqcp'],
  ])('%s', (text, type, number, symbol) => {
    const [mention] = findDocumentMentions(text);
    expect(mention).toMatchObject({ type, number, symbol });
  });

  test.each(['kế hoạch 2021', 'năm 2030 đạt 25%', 'trên 100 nghìn dân', 'trước 10/12', '1.500 căn'])(
    '%s names none',
    (text) => expect(findDocumentMentions(text)).toEqual([]),
  );

  test.each([
    ['kế hoạch 230 và 9491 khác nhau gì', ['230', '9491']],
    ['kế hoạch 50 và 200 hộ nghèo', ['50']],
    ['kế hoạch 50 và 2025', ['50']],
  ])('joined: %s', (text, numbers) => expect(findDocumentMentions(text).map(({ number }) => number)).toEqual(numbers));

  test.each([
    ['kế hoạch 50', '50/KH-UBND', true],
    ['chỉ thị 8', '08-CT/TU', true],
    ['NQ 68/NQ-CP', '68-NQ/TW', false],
    ['kế hoạch 5', '50/KH-UBND', false],
  ])('%s against %s: %s', (text, number, fits) => {
    const [mention] = findDocumentMentions(text);
    expect(mention !== undefined && fitsNumber(mention, number)).toBe(fits);
  });
});
