import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ingestFile } from '../../ingest/pipeline.ts';
import { sentencesOf } from '../../src/answering/evidence/sentences.ts';
import type { IngestedDocument } from '../../src/document/ingested-document.ts';

/** What generated plans are made of: pieces of real ones. */
export interface Material {
  /** Sentences of paragraphs and bullets. */
  readonly sentences: readonly string[];
  /** What bodies are charged with, as predicates: "rà soát, thống kê …". */
  readonly tasks: readonly string[];
  /** Indicators of targets with their unit. */
  readonly indicators: readonly { readonly name: string; readonly unit: string }[];
  /** Headings of sections, without their labels. */
  readonly headings: readonly string[];
  /** What the documents are about: the part of the title after "về", "thực hiện" and the like. */
  readonly subjects: readonly string[];
  /** Names of provincial bodies. */
  readonly bodies: readonly string[];
}

const LENGTH = { least: 40, most: 420 };

/** Reads the documents of the folders, in the order of their file names, and takes them to pieces. */
export async function readMaterial(folders: readonly string[]): Promise<Material> {
  const documents: IngestedDocument[] = [];
  for (const folder of folders) {
    for (const name of (await readdir(folder)).sort()) {
      const read = await ingestFile(join(folder, name));
      if (read.kind === 'document') documents.push(read.ingested);
    }
  }
  const passages = documents.flatMap((document) => document.passages);
  const prose = passages.filter(({ kind }) => kind === 'paragraph' || kind === 'bullet');
  const assignments = documents.flatMap((document) => document.assignments);
  return {
    sentences: distinct(
      prose.flatMap(({ text }) => sentencesOf(text).map(({ start, end }) => withoutMark(text.slice(start, end)))),
    ),
    tasks: distinct(assignments.map(({ task }) => withoutMark(task)).filter((task) => /^\p{L}/u.test(task))),
    indicators: documents
      .flatMap((document) => document.targets)
      .flatMap(({ indicator, unit }) => (indicator.length > 12 && unit !== null ? [{ name: indicator, unit }] : [])),
    headings: distinct(
      passages.filter(({ kind }) => kind === 'heading').map(({ text }) => withoutMark(text)),
      { least: 8, most: 120 },
    ),
    subjects: distinct(documents.map(({ document }) => document.title ?? '')),
    bodies: [...new Set(assignments.flatMap(({ lead }) => lead.map(({ name }) => name)))].filter((name) =>
      /^Sở |^Ban |^Công an|^Văn phòng/u.test(name),
    ),
  };
}

function withoutMark(text: string): string {
  return text.replace(/^(?:[-+•*]|[a-zđ]\)|\(?\d+(?:\.\d+)*[.)]|[IVX]+\.)\s*/u, '').trim();
}

function distinct(texts: readonly string[], { least, most } = LENGTH): string[] {
  return [...new Set(texts)].filter(({ length }) => length >= least && length <= most);
}
