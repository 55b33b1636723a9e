import { describe, expect, test } from 'vitest';
import { questionTerms, weighQuestion } from '../../src/index/question-terms.ts';
import { fold } from '../../src/vietnamese/fold.ts';

/** A thousand texts, of which so many have the term. */
const corpus = (texts: Readonly<Record<string, number>> = {}) => ({
  size: 1000,
  documentFrequency: (term: string) => texts[term] ?? 0,
});
const weightsOf = (question: string, texts: Readonly<Record<string, number>> = {}) =>
  new Map(weighQuestion(question, corpus(texts)).terms.map(({ term, weight }) => [term, weight] as const));

test('every syllable and bigram of a question counts once', () => {
  expect(questionTerms('Hộ nghèo, hộ nghèo')).toEqual(
    ['ho', 'ngheo', 'ho_ngheo', 'ngheo_ho'].map((term) => ({ term, weight: 1 })),
  );
});

describe('an everyday word', () => {
  test('also looks for the documents’ word, the more the fewer texts have it itself', () => {
    const question = 'làm sổ đỏ ở đâu';
    expect(weightsOf(question).get('so_do')).toBe(1);
    expect(weightsOf(question).get('quyen_su')).toBeCloseTo(0.5);
    expect(weightsOf(question, { so_do: 1, do_o: 1, lam_so: 1 }).get('quyen_su')).toBeCloseTo(0.3);
    expect(weightsOf(question, { so_do: 999, do_o: 999, lam_so: 999 }).get('quyen_su')).toBeCloseTo(0.1, 2);
  });
});

describe('an abbreviation', () => {
  test('is looked for written out as well', () => {
    const weights = weightsOf('Mức đóng BHXH tự nguyện');
    expect([weights.get('bhxh'), weights.get('bao_hiem'), weights.get('xa_hoi')]).toEqual([1, 0.8, 0.8]);
  });

  test('of two letters stays as it is, since it may stand for several things', () => {
    expect(weightsOf('TC là gì').has('to_chuc')).toBe(false);
  });
});

test('words of the law alone are weighed as they are', () => {
  expect(weighQuestion('Phạm vi điều chỉnh', corpus()).terms).toEqual(questionTerms('Phạm vi điều chỉnh'));
});

describe('asking words', () => {
  test('count little, and a bigram that leads into the subject counts between', () => {
    const weights = weightsOf('Cho tôi hỏi ly hôn như thế nào?');
    expect([weights.get('toi'), weights.get('li'), weights.get('the_nao')]).toEqual([0.2, 1, 0.2]);
    expect(weights.get('hon_nhu')).toBe(0.6);
  });

  test('stay subject in a phrase that means something', () => {
    expect(weightsOf('bản sao của trẻ em').get('em')).toBe(1);
  });

  test('are not embedded, unless they are all there is', () => {
    expect(weighQuestion('Cho tôi hỏi thủ tục ly hôn như thế nào?', corpus()).text).toBe('thủ tục ly hôn');
    expect(weighQuestion('như thế nào?', corpus()).text).toBe('như thế nào?');
  });
});

describe('a cited law', () => {
  test.each([
    ['Theo Bộ luật Dân sự 2015, lợi tức là gì?', ['theo', 'luat', 'dan', '2015'], ['loi', 'tuc']],
    ['Theo quy định tại Điều 22 của Luật Đất đai năm 2024 ai được giao đất?', ['22', 'dai', '2024'], ['giao']],
    ['Theo Luật Hôn nhân và gia đình, người nào chứng kiến?', ['hon', 'gia'], ['chung', 'kien']],
  ])('%s', (question, cited, subject) => {
    const weights = weightsOf(question);
    expect(cited.map((term) => weights.get(term))).toEqual(cited.map(() => 0.3));
    expect(subject.map((term) => weights.get(term))).toEqual(subject.map(() => 1));
  });

  test.each(['Luật Đất đai có hiệu lực từ ngày nào?', 'Quyết định ly hôn, tôi phải làm gì?', 'Theo luật thì sao'])(
    'is not taken out of what is asked about: %s',
    (question) => {
      expect([...weightsOf(question).values()]).not.toContain(0.3);
    },
  );
});

describe('a question for the meaning of a word', () => {
  test.each(['Lợi tức là gì?', 'Lợi tức được hiểu như thế nào?', 'Định nghĩa của "lợi tức"?', 'Thế nào là lợi tức'])(
    'looks for its definition: %s',
    (question) => {
      expect(weightsOf(question).get('tuc_la')).toBe(1);
      expect(weightsOf(question).get('giai_thich')).toBe(0.5);
    },
  );

  test('is not seen in a long question or one for something else', () => {
    expect(weightsOf('Hồ sơ đăng ký kết hôn gồm những gì?').has('giai_thich')).toBe(false);
    expect(weightsOf('Trách nhiệm của cơ quan đăng ký hộ tịch khi cải chính là gì?').has('giai_thich')).toBe(false);
  });
});

test('weighs a question without accents as the one with accents', () => {
  const question = 'Theo Luật Cư trú năm 2020, trẻ em theo cha mẹ thì đăng ký thường trú ở đâu?';
  expect(weighQuestion(fold(question), corpus()).terms).toEqual(weighQuestion(question, corpus()).terms);
});
