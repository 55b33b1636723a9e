import { describe, expect, it } from 'vitest';
import { matcherOf } from '../../../src/answering/evidence/concept-matcher.ts';
import { termSetOf } from '../../../src/answering/evidence/term-set.ts';
import { conceptForm } from '../../../src/answering/understand/concept.ts';
import { termsOf } from '../../../src/vietnamese/phrase-book.ts';

/** How well a text holds a phrase, 0–1. */
function held(phrase: string, text: string): number {
  const matched = matcherOf([{ label: phrase, weight: 1, forms: [conceptForm(termsOf(phrase), 1)] }])(termSetOf(text));
  return matched[0] ?? 0;
}

describe('a phrase in a text', () => {
  it('is held in its order, and less with other words among it', () => {
    expect(held('người có công', 'Chăm lo người có công với cách mạng')).toBe(1);
    expect(held('hộ nghèo', 'hộ gia đình nghèo')).toBeGreaterThan(0.5);
    expect(held('hộ nghèo', 'hộ gia đình nghèo')).toBeLessThan(1);
  });

  it('of three syllables and more is not held where no two of them stand side by side', () => {
    expect(held('không có việc làm', 'trong thời hạn không quá 03 ngày làm việc, phải có Phiếu hướng dẫn')).toBe(0);
    expect(held('bảo hiểm y tế', 'tế y hiểm bảo')).toBe(0);
  });
});
