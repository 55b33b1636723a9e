import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectScanner } from '../../../src/answering/llm/object-scanner.ts';

function found(...pieces: readonly string[]): unknown[] {
  const scanner = objectScanner();
  return pieces.flatMap((piece) => scanner.push(piece));
}

test.each([
  ['a structured answer', '{"statements": [{"a": 1}, {"a": 2}]}'],
  ['JSON lines', '{"a": 1}\n{"a": 2}\n'],
  ['a code fence with words round it', 'Đây là câu trả lời:\n```json\n[{"a": 1}, {"a": 2}]\n```\nHết.'],
])('the statements of %s are found', (_, text) => expect(found(text)).toEqual([{ a: 1 }, { a: 2 }]));

test('an object is given as soon as it is closed', () => {
  const scanner = objectScanner();
  expect(scanner.push('{"statements": [{"a": 1')).toEqual([]);
  expect(scanner.push('}')).toEqual([{ a: 1 }]);
  expect(scanner.push(', {"a": 2}]}')).toEqual([{ a: 2 }]);
});

test('braces and quotation marks within strings close nothing', () =>
  expect(found('{"text": "} { \\" \\\\", "n": 1}')).toEqual([{ text: '} { " \\', n: 1 }]));

test.each(['', 'không có gì', '{"a": ', '}}}', '{a: 1}', '{"a": 1,}'])('nothing is found in %j', (text) =>
  expect(found(text)).toEqual([]),
);

test('however a text is cut, the same objects are found', () => {
  const object = fc.record({ text: fc.string({ unit: 'binary' }), passages: fc.array(fc.nat()) });
  fc.assert(
    fc.property(
      fc.array(object, { maxLength: 4 }),
      fc.array(fc.nat({ max: 9 }), { minLength: 1 }),
      (statements, sizes) => {
        const text = JSON.stringify({ statements });
        const pieces: string[] = [];
        for (let at = 0, i = 0; at < text.length; i += 1) {
          const size = 1 + (sizes[i % sizes.length] ?? 0);
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        const expected = statements.length === 0 ? [{ statements: [] }] : statements;
        expect(found(...pieces)).toEqual(JSON.parse(JSON.stringify(expected)));
      },
    ),
    { numRuns: 200 },
  );
});

test('no text throws', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (pieces) => found(...pieces).length >= 0));
});
