import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../eval/mutations/random.ts';
import { growthOf } from '../../eval/scale/growth.ts';
import { type Material, readMaterial } from '../../eval/scale/material.ts';
import { nameUrn } from '../../eval/scale/name-urn.ts';
import { writePlan } from '../../eval/scale/plan.ts';
import { questionsOn } from '../../eval/scale/questions.ts';
import { writerOf } from '../../eval/scale/writer.ts';
import { ingestText } from '../../ingest/pipeline.ts';
import { findLineStarts } from '../../src/document/source-text.ts';

let material: Material;
beforeAll(async () => {
  material = await readMaterial([join(import.meta.dirname, '../../seeds/documents')]);
}, 60_000);

function plans(count: number, seed = 'test') {
  const random = seededRandom(seed);
  const writer = writerOf(material, random);
  return Array.from({ length: count }, (_, place) => writePlan(place, material, writer, random));
}

test('the same seed writes the same plans, another one others', () => {
  expect(plans(3)).toEqual(plans(3));
  expect(plans(1, 'other')).not.toEqual(plans(1));
});

test('a generated plan is read as a plan with its records', () => {
  const [plan] = plans(1);
  if (plan === undefined) throw new Error('No plan was written.');
  const { text, file } = plan;
  const read = ingestText({ file, digest: '', text, lineStarts: findLineStarts(text), pageStarts: null });
  expect(read.document).toMatchObject({ number: plan.number, province: plan.province, type: 'Kế hoạch' });
  expect(read.document.issuedOn?.slice(0, 4)).toBe(String(plan.year));
  expect(read.assignments.length).toBeGreaterThanOrEqual(plan.tasks.length);
  expect(questionsOn(plan, seededRandom('q')).map(({ kind }) => kind)).toContain('document');
});

test('words go on growing with the corpus, pairs of them faster', () => {
  const { syllableExponent, bigramExponent } = growthOf(plans(40).map(({ text }) => text));
  expect(syllableExponent).toBeGreaterThan(0.15);
  expect(bigramExponent).toBeGreaterThan(syllableExponent + 0.15);
  expect(bigramExponent).toBeLessThan(0.8);
});

test('names of an urn grow as a power of the draws', () => {
  let invented = 0;
  const urn = nameUrn(() => `tên ${invented++}`, seededRandom('urn'), { discount: 0.5, strength: 1 });
  const drawn = (draws: number) => {
    for (let i = 0; i < draws; i++) urn.draw();
    return invented;
  };
  const [few, many] = [drawn(2_000), drawn(30_000)];
  expect(Math.log(many / few) / Math.log(16)).toBeCloseTo(0.5, 0);
});
