import { describe, expect, it } from 'vitest';
import { sharedPairs } from '../../../src/answering/evidence/shared-pairs.ts';
import { termSetOf } from '../../../src/answering/evidence/term-set.ts';

describe('neighbours of a question in a text', () => {
  const text = termSetOf('Hỗ trợ hộ nghèo sửa nhà, hộ nghèo ở xã khó khăn');

  it.each([
    ['ho ngheo sua nha', 1],
    ['nha ho ngheo', 1],
    ['ngheo ho', 0],
    ['ho ngheo duoc ho tro', 2 / 4],
    ['ho ngheo va ho ngheo', 2 / 4],
    ['zzz ho ngheo', 1 / 2],
    ['ngheo', 0],
    ['', 0],
  ])('of “%s” are a share of %d', (question, share) => {
    expect(sharedPairs(question.split(' '))(text)).toBeCloseTo(share);
  });
});
