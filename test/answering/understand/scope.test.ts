import { expect, test } from 'vitest';
import { findDocumentMentions } from '../../../src/answering/understand/document-mentions.ts';
import { readScope } from '../../../src/answering/understand/scope.ts';
import type { PolicyDocument } from '../../../src/document/policy-document.ts';
import { SAMPLE_PLAN } from '../../doubles/sample-documents.ts';

const document = (id: string, fields: Partial<PolicyDocument>): PolicyDocument => ({
  ...SAMPLE_PLAN.document,
  id,
  basedOn: [],
  replaces: [],
  ...fields,
});

const DOCUMENTS = [
  document('bg50', { number: '50/KH-UBND', type: 'Kế hoạch', province: 'Bắc Giang', issuedOn: '2021-03-01' }),
  document('dn50', { number: '50/KH-UBND', type: 'Kế hoạch', province: 'Đồng Nai', issuedOn: '2021-05-01' }),
  document('bg08', { number: '08-CT/TU', type: 'Chỉ thị', province: 'Bắc Giang', issuedOn: '2022-01-01' }),
  document('dn99', {
    number: '99/KH-UBND',
    type: 'Kế hoạch',
    province: 'Đồng Nai',
    issuedOn: '2024-01-01',
    basedOn: ['42-NQ/TW'],
    replaces: ['30/KH-UBND'],
  }),
];

const scopeOf = ({
  question = '',
  ...cues
}: Partial<Parameters<typeof readScope>[0]> & { readonly question?: string } = {}) =>
  readScope(
    {
      mentions: findDocumentMentions(question),
      provinces: [],
      issueYears: [],
      types: [],
      filters: { province: null, documentIds: null },
      ...cues,
    },
    DOCUMENTS,
  );

test.each([
  ['nothing named', {}, ['bg50', 'dn50', 'bg08', 'dn99']],
  ['a province', { provinces: ['Bắc Giang'] }, ['bg50', 'bg08']],
  ['a number', { question: 'kế hoạch 50' }, ['bg50', 'dn50']],
  ['a number and a province', { question: 'kế hoạch 50', provinces: ['Đồng Nai'] }, ['dn50']],
  [
    'a number of one of two provinces',
    { question: 'Đồng Nai (KH 99) và Bắc Giang', provinces: ['Đồng Nai', 'Bắc Giang'] },
    ['bg50', 'bg08', 'dn99'],
  ],
  ['a type', { types: ['chi thi'] }, ['bg08']],
  ['a year of issue', { issueYears: ['2021'] }, ['bg50', 'dn50']],
  ['a type nobody has narrows nothing', { types: ['nghi quyet'], provinces: ['Bắc Giang'] }, ['bg50', 'bg08']],
  ['a filter by province', { filters: { province: 'Đồng Nai', documentIds: null } }, ['dn50', 'dn99']],
  [
    'a filter by documents, in their order',
    { filters: { province: null, documentIds: ['dn99', 'bg50'] } },
    ['bg50', 'dn99'],
  ],
])('%s', (_, cues, ids) => {
  const scope = scopeOf(cues);
  expect(scope.ids).toEqual(ids);
  expect(scope.named).toBe(ids.length < DOCUMENTS.length);
});

test('numbers that no document has or speaks of are unknown', () => {
  const unknown = (question: string) => scopeOf({ question }).unknownNumbers;
  expect(unknown('Kế hoạch 77/KH-UBND')).toEqual(['Kế hoạch 77/KH-UBND']);
  expect(unknown('Kế hoạch 30/KH-UBND')).toEqual([]);
  expect(unknown('Nghị quyết 42-NQ/TW')).toEqual([]);
});

test('provinces without a document are unknown', () => {
  expect(scopeOf({ provinces: ['Cà Mau', 'Đồng Nai'] })).toMatchObject({
    provinces: ['Đồng Nai'],
    unknownProvinces: ['Cà Mau'],
  });
});
