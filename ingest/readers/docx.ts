import { load } from 'cheerio';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { printLabels } from './docx-labels.ts';
import { readNumbering } from './docx-numbering.ts';
import { type OpenedDocx, openDocx } from './docx-package.ts';
import { repairLegacy } from './encoding.ts';
import { type ReadOutcome, refuse } from './extraction.ts';
import { readHtmlBlocks, refuseDeepNesting } from './html-blocks.ts';
import type { ReaderLimits } from './limits.ts';
import { writeLines } from './write-lines.ts';

/** The text of a Word file as Markdown lines, list labels printed and tables as pipe rows. */
export async function extractDocx(bytes: Uint8Array, limits: ReaderLimits): Promise<ReadOutcome> {
  const opened = openDocx(bytes, limits);
  if (opened.kind === 'failure') return opened;
  const html = await convert(withPrintedLabels(opened));
  const $ = load(html);
  for (const root of $.root().toArray()) refuseDeepNesting(root);
  const body = $('body').get(0);
  if (body === undefined) return refuse('empty', 'Tệp Word không có nội dung.');
  const { text, pageStarts } = writeLines(readHtmlBlocks(body, limits));
  const repaired = repairLegacy(text);
  return repaired.kind === 'failure' ? repaired : { ...repaired, pageStarts };
}

/** mammoth turns Word's styles and runs into plain HTML; pictures are dropped before they are opened. */
async function convert(packed: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const result = await mammoth.convertToHtml(
    { buffer: Buffer.from(packed) },
    {
      ignoreEmptyParagraphs: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return result.value;
}

/** The package with labels in the text and without the list definitions, so that mammoth does not number again. */
function withPrintedLabels({ parts, main }: OpenedDocx): Uint8Array {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const textOf = (name: string): string | null => {
    const part = parts[name];
    return part === undefined ? null : strFromU8(part);
  };
  const numbering = readNumbering(textOf(`${folder}numbering.xml`), textOf(`${folder}styles.xml`));
  const kept = Object.entries(parts).filter(([name]) => name !== `${folder}numbering.xml`);
  const document = strToU8(printLabels(textOf(main) ?? '', numbering));
  return zipSync({ ...Object.fromEntries(kept), [main]: document }, { level: 0 });
}
