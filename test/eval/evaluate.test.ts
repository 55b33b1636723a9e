import { expect, test } from 'vitest';
import type { Asker } from '../../eval/asker.ts';
import { judgeAll, measureGaps, measureRetrieval } from '../../eval/evaluate.ts';
import { type Question, readQuestions } from '../../eval/question.ts';
import { renderCondition, renderFailures } from '../../eval/report.ts';
import { findLineStarts } from '../../src/document/source-text.ts';

const QUESTIONS = (await readQuestions(new URL('../../eval/questions.jsonl', import.meta.url).pathname)).filter(
  ({ id }) => ['q117', 'q201'].includes(id),
);
const TEXT = `${'\n'.repeat(52)}e) Phấn đấu đạt khoảng 56% lực lượng lao động`;
const SOURCES = new Map([
  ['003_x.txt', { file: '003_x.txt', digest: '', text: TEXT, lineStarts: findLineStarts(TEXT), pageStarts: null }],
]);

/** Answers the one question it knows, as long as it is written with its diacritics. */
const scripted: Asker = {
  ask: async ({ question }) =>
    question.includes('tỷ lệ LLLĐ')
      ? {
          status: 'answered',
          text: 'Khoảng 56% [1].',
          citations: [{ quote: 'khoảng 56%', file: '003_x.txt', startLine: 53, endLine: 53 }],
          latency: 2,
        }
      : { status: 'not_found', text: 'Không tìm thấy.', citations: [], latency: 4 },
  search: async (question) => [{ file: '003_x.txt', startLine: 1, endLine: question.includes('tỷ lệ') ? 53 : 2 }],
  close: async () => {},
};

function byId(id: string): Question {
  const question = QUESTIONS.find((one) => one.id === id);
  if (question === undefined) throw new Error(`no ${id}`);
  return question;
}

test('a known answer and a fair refusal are right and cited', async () => {
  const judgements = await judgeAll(QUESTIONS, scripted, SOURCES);
  expect(judgements.map(({ right, rightAndCited, notLocated }) => [right, rightAndCited, notLocated])).toEqual([
    [true, true, 0],
    [true, true, 0],
  ]);
  const page = renderCondition({
    name: 'x',
    judgements,
    comparison: { won: ['q117'], lost: [] },
    retrieval: null,
    gaps: [],
  });
  expect(page).toContain('| **all** | 2 | 100.0 % | 100.0 % |');
  expect(page).toContain('won q117; lost none');
  expect(renderFailures(judgements)).toBe('');
});

test('a mutation that costs the answer shows as a gap', async () => {
  const written = await judgeAll([byId('q117')], scripted, SOURCES);
  const { gaps } = await measureGaps(written, scripted, SOURCES);
  expect(gaps.find(({ mutation }) => mutation === 'no diacritics')).toEqual({
    mutation: 'no diacritics',
    right: 0,
    gap: 1,
  });
});

test('retrieval is measured over answerable questions alone', async () => {
  expect(await measureRetrieval(QUESTIONS, scripted)).toEqual({ hit1: 1, hit5: 1, hit10: 1, mrr: 1 });
  expect(await measureRetrieval(QUESTIONS, { ...scripted, search: null })).toBeNull();
});
