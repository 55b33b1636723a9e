import { describe, expect, test } from 'vitest';
import type { GivenAnswer } from '../../eval/given-answer.ts';
import { citationPrecision } from '../../eval/metrics/citation-precision.ts';
import { isCited } from '../../eval/metrics/cited.ts';
import { mean, percentile } from '../../eval/metrics/mean.ts';
import { normaliseText } from '../../eval/metrics/normalise-text.ts';
import { loosePairs } from '../../eval/metrics/pairs.ts';
import { isLocated, isVerbatim } from '../../eval/metrics/quotes.ts';
import { firstRank, hitAt, reciprocalRank } from '../../eval/metrics/retrieval.ts';
import { faultsOf } from '../../eval/metrics/right.ts';
import { wholeMatches } from '../../eval/metrics/whole-match.ts';
import type { Question } from '../../eval/question.ts';
import { findLineStarts } from '../../src/document/source-text.ts';

const QUESTION: Question = {
  id: 'x1',
  docs: ['002'],
  user: 'staff',
  kind: 'target',
  style: 'plain',
  history: [],
  question: 'Tỷ lệ tham gia BHXH của Bắc Giang năm 2030?',
  gold: {
    answerable: true,
    facts: [['62%', 'là 62']],
    pairs: [],
    forbidden: ['47%'],
    forbidden_regex: ['khoảng \\d'],
    accept_status: [],
    evidence: [{ doc: '002', start_line: 733, end_line: 740 }],
    evidence_mode: 'any',
  },
  note: '',
};

function answer(text: string, rest: Partial<GivenAnswer> = {}): GivenAnswer {
  return { status: 'answered', text, citations: [], latency: 1, ...rest };
}

function gold(changes: Partial<Question['gold']>): Question {
  return { ...QUESTION, gold: { ...QUESTION.gold, forbidden: [], forbidden_regex: [], ...changes } };
}

describe('text is compared in one spelling', () => {
  test.each([
    ['**Tỉ lệ** hoà nhập\n của uỷ ban [1][2]', 'tỷ lệ hòa nhập của ủy ban'],
    ['thuý, quý, khoẻ, hoàn', 'thúy, quý, khỏe, hoàn'],
    ['bác sĩ ở tỉnh', 'bác sỹ ở tỉnh'],
    ['Đa\u0306\u0301k La\u0306\u0301k'.normalize('NFD'), 'đắk lắk'],
  ])('%j reads %j', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });
});

describe('an alternative stands as whole words and whole numbers', () => {
  test.each([
    ['đến năm 2030', '20', false],
    ['còn 20,5 người', '20', false],
    ['tổng 1.020 người', '20', false],
    ['còn 20 người', '20', true],
    ['còn 20.', '20', true],
    ['là 62, cao hơn', 'là 62', true],
    ['15,6%', '5,6%', false],
    ['5,6%', '5,6%', true],
    ['< 2,35%', '< 2,3', false],
    ['sở y tế', 'sở y', true],
    ['các huyện ủy', 'các huyện', true],
    ['quy tế', 'y tế', false],
    ['ở tỉ lệ', 'tỷ lệ', true],
  ])('%j holds %j: %j', (text, alternative, expected) => {
    expect(wholeMatches(normaliseText(text), alternative).length > 0).toBe(expected);
  });
});

describe('a value belongs to the subject named before it', () => {
  const pairs: Question['gold']['pairs'] = [
    [['Đồng Nai'], ['56%', '56']],
    [['Bắc Giang'], ['47%', '47']],
  ];
  test.each([
    ['Đồng Nai cao hơn Bắc Giang.\n- Đồng Nai: khoảng 56%\n- Bắc Giang: 47%', true],
    ['Đồng Nai 47%, Bắc Giang 56%', false],
    ['| | Đồng Nai | Bắc Giang |\n|---|---|---|\n| BHXH | 56% | 47% |', true],
    ['| | Đồng Nai | Bắc Giang |\n|---|---|---|\n| BHXH | 47% | 56% |', false],
    ['Đồng Nai và Bắc Giang lần lượt là 56% và 47%.', true],
    ['Đồng Nai và Bắc Giang lần lượt là 47% và 56%.', false],
    ['56% và 47%', false],
  ])('%j is bound: %j', (text, expected) => {
    expect(loosePairs(text, pairs).length === 0).toBe(expected);
  });
});

test('a subject inside the name of another is not a mention of it', () => {
  const pairs: Question['gold']['pairs'] = [
    [['trưởng bộ môn'], ['1.000.000']],
    [['phó trưởng bộ môn'], ['700.000']],
  ];
  expect(loosePairs('Trưởng bộ môn: 1.000.000 đồng; Phó trưởng bộ môn: 700.000 đồng.', pairs)).toEqual([]);
});

describe('right', () => {
  test.each<[string, Question, GivenAnswer, string[]]>([
    ['the value asked for', QUESTION, answer('62% đến năm 2030 [1].'), []],
    ['the other year', QUESTION, answer('47% đến năm 2025.'), ['missing: 62% / là 62', 'forbidden: 47%']],
    ['a right value beside a forbidden one', QUESTION, answer('62%, trước đó 47%.'), ['forbidden: 47%']],
    ['a forbidden pattern', QUESTION, answer('Khoảng 62%.'), ['forbidden: khoảng \\d']],
    ['declined in the status', QUESTION, answer('62%', { status: 'not_found' }), ['declined: not_found']],
    ['declined in words only', QUESTION, answer('Không có thông tin.'), ['missing: 62% / là 62']],
    ['an accepted decline', gold({ accept_status: ['not_found'] }), answer('ô ghi là 62', { status: 'not_found' }), []],
    ['a value further down than one reads', QUESTION, answer(`${'a '.repeat(300)}62%`), ['missing: 62% / là 62']],
    ['the same value in a long list', { ...QUESTION, kind: 'list' }, answer(`${'a '.repeat(300)}62%`), []],
    [
      'an unanswerable question declined',
      gold({ answerable: false, facts: [] }),
      answer('…', { status: 'not_found' }),
      [],
    ],
    ['an unanswerable one answered', gold({ answerable: false, facts: [] }), answer('62%'), ['not declined: answered']],
    ['small talk whatever its status', { ...QUESTION, kind: 'smalltalk' }, answer('là 62', { status: 'refused' }), []],
  ])('%s', (_, question, given, expected) => {
    expect(faultsOf(question, given)).toEqual(expected);
  });
});

describe('citations', () => {
  const at = (file: string, startLine: number, endLine: number) => ({ quote: 'b c', file, startLine, endLine });
  const given = answer('', { citations: [at('002_x.txt', 740, 741), at('003_x.txt', 733, 740)] });

  test('a citation counts when it shares a line of the right document', () => {
    expect(isCited(QUESTION.gold, given)).toBe(true);
    expect(isCited(QUESTION.gold, answer('', { citations: [at('003_x.txt', 733, 740)] }))).toBe(false);
  });

  test('with evidence_mode all every range must be reached', () => {
    const both = gold({
      evidence_mode: 'all',
      evidence: [...QUESTION.gold.evidence, { doc: '003', start_line: 1, end_line: 2 }],
    });
    expect(isCited(both.gold, given)).toBe(false);
  });

  test('precision is the share of citations on gold lines', () => {
    expect(citationPrecision(QUESTION.gold, given)).toBe(0.5);
    expect(citationPrecision(QUESTION.gold, answer(''))).toBeNull();
  });

  test('a quote is verbatim in the file and located on its lines', () => {
    const text = '## a\nb  c\nd';
    const source = { file: 'f.txt', digest: '', text, lineStarts: findLineStarts(text), pageStarts: null };
    expect([isVerbatim(at('f.txt', 1, 1), source), isLocated(at('f.txt', 1, 1), source)]).toEqual([true, false]);
    expect(isLocated(at('f.txt', 1, 2), source)).toBe(true);
    expect(isVerbatim({ ...at('f.txt', 1, 2), quote: 'b d' }, source)).toBe(false);
    expect(isVerbatim({ ...at('f.txt', 1, 2), quote: '' }, source)).toBe(false);
  });
});

test('retrieval is ranked by the first hit on gold lines', () => {
  const hits = [
    { file: '003_x.txt', startLine: 733, endLine: 740 },
    { file: '002_x.txt', startLine: 735, endLine: 735 },
  ];
  const rank = firstRank(QUESTION.gold, hits);
  expect([rank, hitAt(1, rank), hitAt(5, rank), reciprocalRank(rank), reciprocalRank(null)]).toEqual([2, 0, 1, 0.5, 0]);
});

test('means skip what does not apply, percentiles take the nearest rank', () => {
  expect(mean([true, false, null, true])).toBeCloseTo(2 / 3);
  expect(mean([null])).toBeNull();
  expect([percentile([4, 1, 3, 2], 0.5), percentile([4, 1, 3, 2], 0.95), percentile([], 0.5)]).toEqual([2, 4, null]);
});
