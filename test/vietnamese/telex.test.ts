import { describe, expect, test } from 'vitest';
import { decodeTelex } from '../../src/vietnamese/telex.ts';

describe('Telex left-overs', () => {
  test.each([
    ['chur', 'chu'],
    ['roongj', 'rong'],
    ['nuwowcs', 'nuoc'],
    ['luwowis', 'luoi'],
    ['ngheof', 'ngheo'],
    ['duwowcj', 'duoc'],
    ['ddaaus', 'dau'],
    ['khoong', 'khong'],
  ])('%s is %s', (typed, meant) => expect(decodeTelex(typed)).toBe(meant));

  test.each(['giang', 'prompt', 'system', 'bhxh', '2030'])('%s stays as it is', (word) =>
    expect(decodeTelex(word)).toBeNull(),
  );
});
