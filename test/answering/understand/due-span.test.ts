import { expect, it } from 'vitest';
import { dueSpanAsked } from '../../../src/answering/understand/due-span.ts';

it.each([
  ['viec nao xong trong qui iv nam 2025', { from: '2025-10-01', to: '2025-12-31' }],
  ['nhiem vu qui 2 2026', { from: '2026-04-01', to: '2026-06-30' }],
  ['viec phai xong thang 2 2028', { from: '2028-02-01', to: '2028-02-29' }],
  ['nhiem vu nao hoan thanh trong nam 2026', { from: '2026-01-01', to: '2026-12-31' }],
  ['nhiem vu nao cua ke hoach nam 2026', null],
])('“%s” asks for what is due in %j', (folded, span) => expect(dueSpanAsked(folded)).toEqual(span));
