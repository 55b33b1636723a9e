import { expect, test } from 'vitest';
import { isMachine } from '../../../src/answering/understand/artificial-intelligence.ts';
import { tokenise } from '../../../src/vietnamese/tokens.ts';

const machines = (question: string) => {
  const words = tokenise(question).map(({ text, term }) => ({ printed: text, term }));
  return words.some((_, i) => isMachine(words, i));
};

test.each(['Bao nhiêu phần trăm doanh nghiệp dùng AI?', 'cong cu ai duoc dung o dau', 'Chuyển đổi AI là gì?'])(
  '“%s” speaks of artificial intelligence',
  (question) => expect(machines(question)).toBe(true),
);

test.each(['Ai ký kế hoạch 50?', 'AI KÝ KẾ HOẠCH 50?', 'viec nay do ai lam'])('“%s” asks who', (question) =>
  expect(machines(question)).toBe(false),
);
