import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../mutations/random.ts';
import type { Material } from './material.ts';
import { type Plan, writePlan } from './plan.ts';
import { questionsOn, type ScaleQuestion } from './questions.ts';
import { writerOf } from './writer.ts';

/** Passages of a generated plan on average, as the ingestion counts them. */
const PASSAGES_PER_PLAN = 77;

export interface GeneratedCorpus {
  readonly folder: string;
  readonly documents: number;
  /** Bytes of text. */
  readonly bytes: number;
  readonly questions: readonly ScaleQuestion[];
  /** SHA-256 of all texts: the same program makes the same ones, another one others. */
  readonly digest: string;
}

export interface CorpusToWrite {
  /** Made when it is missing. */
  readonly folder: string;
  readonly passages: number;
  readonly material: Material;
  /** Folder of documents that stand among the generated ones. */
  readonly real: string;
  /** How many plans are asked about. */
  readonly asked: number;
  readonly seed: string;
}

/** Writes about so many passages as plans, one file each; the same ones for the same material and seed. */
export async function writeCorpus(corpus: CorpusToWrite): Promise<GeneratedCorpus> {
  const { folder, passages, material, real, asked, seed } = corpus;
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(real)) await copyFile(join(real, name), join(folder, name));
  const random = seededRandom(seed);
  const writer = writerOf(material, random);
  const plans = Math.ceil(passages / PASSAGES_PER_PLAN);
  const every = Math.max(1, Math.floor(plans / asked));
  const chance = seededRandom(`${seed} questions`);
  const questions: ScaleQuestion[] = [];
  const digest = createHash('sha256');
  let bytes = 0;
  for (let place = 0; place < plans; place++) {
    const plan: Plan = writePlan(place, material, writer, random);
    await writeFile(join(folder, plan.file), plan.text);
    bytes += Buffer.byteLength(plan.text);
    digest.update(plan.text);
    if (place % every === 0) questions.push(...questionsOn(plan, chance));
  }
  return { folder, documents: plans, bytes, questions, digest: digest.digest('hex') };
}
