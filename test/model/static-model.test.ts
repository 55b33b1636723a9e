import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { embedText } from '../../src/model/embed-text.ts';
import { openStaticModel, packStaticModel, StaticModelError } from '../../src/model/static-model.ts';

const tokens = ['ho', 'ngheo', 'ho_ngheo', 'dat'];

/** A model of four tokens, whose vectors have numbers at the first two places only. */
function packed(dimensions = 2): Promise<Uint8Array<ArrayBuffer>> {
  const places = [
    [2, 0],
    [0, 1],
    [1, 1],
    [-3, 4],
  ];
  return packStaticModel({
    header: { name: 'tiny', version: '1', dimensions, unknownLength: 12 },
    tokens,
    scales: Float32Array.of(0.5, 1, 2, 1),
    vectors: Int8Array.from(places.flatMap((row) => [...row, ...new Array<number>(dimensions - 2).fill(0)])),
  });
}

test('a packed model opens as it was', async () => {
  const model = await openStaticModel(await packed());
  expect(model.header).toMatchObject({
    format: 2,
    name: 'tiny',
    version: '1',
    dimensions: 2,
    rows: 4,
    unknownLength: 12,
  });
  const { syllable, rowOf, rowOfPair } = model.vocabulary;
  expect(['ho', 'ngheo', 'dat', 'xa'].map((term) => rowOf(syllable(term)))).toEqual([0, 1, 3, -1]);
  expect([rowOfPair(syllable('ho'), syllable('ngheo')), rowOfPair(syllable('ngheo'), syllable('ho'))]).toEqual([2, -1]);
  expect([...model.scales]).toEqual([0.5, 1, 2, 1]);
  expect([...model.vectors]).toEqual([2, 0, 0, 1, 1, 1, -3, 4]);
});

test('a model that is read into a shared buffer at an odd offset opens as well', async () => {
  const bytes = await packed();
  const shared = Buffer.alloc(bytes.length + 3);
  shared.set(bytes, 3);
  expect([...(await openStaticModel(shared.subarray(3))).vectors]).toEqual([2, 0, 0, 1, 1, 1, -3, 4]);
});

test('a text is the weighted sum of its tokens at unit length', async () => {
  const model = await openStaticModel(await packed());
  // ho (1, 0) + ngheo (0, 1) + ho_ngheo (2, 2) = (3, 3)
  expect([...embedText(model, 'Hộ nghèo')]).toEqual([Math.fround(Math.SQRT1_2), Math.fround(Math.SQRT1_2)]);
  expect([...embedText(model, 'đất')]).toEqual([Math.fround(-0.6), Math.fround(0.8)]);
});

test('accents, tone placement and case change nothing; a text without words is all zeros', async () => {
  const model = await openStaticModel(await packed());
  expect(embedText(model, 'HO NGHEO')).toEqual(embedText(model, 'hộ nghèo'));
  expect([...embedText(model, '12.345 …')]).toEqual([0, 0]);
  expect([...embedText(model, '')]).toEqual([0, 0]);
});

describe('a word without a vector', () => {
  const likeness = async (one: string, other: string) => {
    const model = await openStaticModel(await packed(64));
    const [a, b] = [embedText(model, one), embedText(model, other)];
    return a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
  };

  test('is like itself, nearly like itself with a slip, and hardly like another', async () => {
    expect(await likeness('Huguenot', 'HUGUENOT')).toBeCloseTo(1);
    expect(await likeness('Huguenot', 'Huguenott')).toBeGreaterThan(0.6);
    expect(Math.abs(await likeness('Huguenot', 'Messina'))).toBeLessThan(0.3);
  });

  test('moves a text by the length the header states', async () => {
    const model = await openStaticModel(await packed(64));
    const text = embedText(model, 'đất Huguenot');
    // đất alone is 5 long, the unknown word 12, and they are nearly at right angles.
    expect(text.reduce((sum, value, d) => sum + value * (embedText(model, 'đất')[d] ?? 0), 0)).toBeCloseTo(5 / 13, 0);
  });
});

test.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>, RegExp]>([
  ['no model file', () => new TextEncoder().encode('PK not a model'), /does not start with SVEM/],
  ['an empty file', () => new Uint8Array(0), /does not start with SVEM/],
  ['a changed byte', (bytes) => bytes.with(bytes.length - 12, 99), /is damaged: its digest is [0-9a-f]{64}/],
  ['a cut file', (bytes) => bytes.slice(0, -5), /is damaged/],
  ['a header that was cut', (bytes) => bytes.slice(0, 20), /header cannot be read/],
  [
    'another format',
    (bytes) => replaced(bytes, '"format":2', '"format":9'),
    /has format 9, this program reads format 2/,
  ],
  ['no name', (bytes) => replaced(bytes, '"tiny"', '""    '), /header is incomplete/],
])('%s is refused with a sentence and the remedy', async (_, spoil, sentence) => {
  const opening = openStaticModel(spoil(await packed()));
  await expect(opening).rejects.toThrow(StaticModelError);
  await expect(opening).rejects.toThrow(sentence);
  await expect(opening).rejects.toThrow(/Restore seeds\/embedding|rain the model again/);
});

function replaced(bytes: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));
}
