import { describe, expect, it } from 'vitest';
import { standingOfOthers } from '../../../src/answering/evidence/standing.ts';
import { termsOf } from '../../../src/vietnamese/phrase-book.ts';

const isOfOthers = (question: string, text: string) => standingOfOthers(termsOf(question).join(' '))(text);

describe('whose standing a clause states', () => {
  it.each([
    ['Đội Thú y Hà Giang chịu sự quản lý của ai?', 'Trạm Thú y là đơn vị thuộc Chi cục.', true],
    [
      'Đội Thú y Hà Giang chịu sự quản lý của ai?',
      '2. Đội Thú y (sau đây gọi là Đội) chịu sự quản lý của Trạm.',
      false,
    ],
    ['Đội Thú y Hà Giang chịu sự quản lý của ai?', 'Đội chịu sự chỉ đạo của Chi cục trưởng.', false],
    ['Sở Y tế chịu sự hướng dẫn của bộ nào?', '2. Sở Xây dựng có tư cách pháp nhân, có con dấu.', true],
    ['Trạm Thú y thuộc đơn vị nào?', 'a) Trạm Thú y là đơn vị thuộc Chi cục.', false],
    ['Sở Y tế chủ trì việc gì?', '2. Sở Xây dựng có tư cách pháp nhân, có con dấu.', false],
    ['Sở Y tế chịu sự hướng dẫn của bộ nào?', 'Chịu sự kiểm tra của cấp trên.', false],
  ])('%s – “%s” states that of another body: %s', (question, text, others) =>
    expect(isOfOthers(question, text)).toBe(others),
  );
});
