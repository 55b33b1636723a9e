import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../ingest/readers/encoding.ts';
import { readSource } from '../../../ingest/readers/read.ts';
import { expandSpans } from '../../../ingest/readers/table-grid.ts';
import { writeLines } from '../../../ingest/readers/write-lines.ts';
import { docxFile, wordParagraph } from '../../fixtures/docx.ts';
import { pdfFile, textAt } from '../../fixtures/pdf.ts';

const docx = docxFile({ body: wordParagraph('Sở Y tế chủ trì') });
const pdf = pdfFile([textAt(60, 700, 'Plan')]);

/** A valid file with some bytes overwritten. */
function damaged(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
  return fc.array(edit, { minLength: 1, maxLength: 20 }).map((edits) => {
    const copy = file.slice();
    for (const [at, byte] of edits) copy[at] = byte;
    return copy;
  });
}

const markup = fc
  .array(
    fc.constantFrom(
      '<table>',
      '<tr>',
      '<td colspan=3>',
      '<td rowspan=900000>',
      '</table>',
      '<p>',
      '</p>',
      '<b>',
      '<li>',
      'Sở Y tế',
      '<script>',
      '&lt;',
      '<!--',
      '\u0000',
    ),
    { maxLength: 60 },
  )
  .map((parts) => new TextEncoder().encode(parts.join('')));

describe('whatever the bytes, a reader answers with text or a reason', () => {
  it('text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) =>
        ['extracted', 'failure'].includes(decodeText(bytes).kind),
      ),
    );
  });

  it.each([
    ['html', markup],
    ['docx', damaged(docx)],
    ['pdf', damaged(pdf)],
    ['pdf', fc.uint8Array({ maxLength: 200 })],
    ['docx', fc.uint8Array({ maxLength: 200 })],
  ])(
    '%s',
    async (extension, files) => {
      await fc.assert(
        fc.asyncProperty(files, async (bytes) => {
          const reading = await readSource({ name: `a.${extension}`, bytes });
          if (reading.kind === 'failure') expect(reading.message).toMatch(/\.$/);
          else expect(reading.source.lineStarts).toHaveLength(reading.source.text.split('\n').length);
        }),
        { numRuns: 5 },
      );
    },
    60_000,
  );

  it('a grid has rows of one width, whatever the spans', () => {
    const cell = fc.record({
      text: fc.string(),
      columns: fc.integer({ min: 1, max: 1000 }),
      rows: fc.integer({ min: 1, max: 1000 }),
      heading: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const grid = expandSpans(rows);
        expect(grid.rows).toHaveLength(rows.length);
        expect(new Set(grid.rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('page starts are lines of the text, in order', () => {
    const block = fc
      .array(fc.constantFrom('a', ' ', '\n', '\ue00c', '|'), { maxLength: 12 })
      .map((parts) => ({ kind: 'paragraph' as const, text: parts.join(''), headingLevel: null }));
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const { text, pageStarts } = writeLines(blocks);
        expect(text).not.toContain('\ue00c');
        const lines = text.split('\n').length;
        (pageStarts ?? []).forEach((line, index) => {
          expect(line).toBeGreaterThanOrEqual(pageStarts?.[index - 1] ?? 1);
          expect(line).toBeLessThanOrEqual(lines);
        });
      }),
    );
  });
});
