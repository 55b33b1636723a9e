import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseWordTable } from '../../../ingest/readers/ocr.ts';
import { pdfFile, scannedPdf, textAt } from '../../fixtures/pdf.ts';
import { readAs } from '../../fixtures/read.ts';

const languages = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
const drawable = spawnSync('pdftoppm', ['-v']).error === undefined;
const recognisable = drawable && languages.error === undefined && /^vie$/m.test(languages.stdout);

describe('scanned pages', () => {
  it('words of a recognised line stand on that line, whatever their own height', () => {
    const table = [
      'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
      '4\t1\t1\t1\t1\t0\t100\t200\t300\t40\t-1\t',
      '5\t1\t1\t1\t1\t1\t100\t218\t20\t4\t90\t-',
      '5\t1\t1\t1\t1\t2\t140\t200\t60\t40\t95\tGiảm',
    ].join('\n');
    expect(parseWordTable(table, 0.5)).toEqual([
      { text: '-', x0: 50, x1: 60, y0: 100, y1: 120 },
      { text: 'Giảm', x0: 70, x1: 100, y0: 100, y1: 120 },
    ]);
  });

  it.skipIf(!recognisable)(
    'a picture of a page is read and marked as recognised',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'scan-'));
      try {
        writeFileSync(join(folder, 'a.pdf'), pdfFile([textAt(60, 700, 'tinh co 100 xa')]));
        execFileSync('pdftoppm', ['-r', '150', '-gray', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')]);
        const picture = readFileSync(join(folder, 'a.pgm'));
        const [header = '', width, height] =
          /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 64)) ?? [];
        const scan = scannedPdf(Number(width), Number(height), picture.subarray(header.length));
        const reading = await readAs('a.pdf', scan);
        expect(reading).toMatchObject({ kind: 'text', ocr: true, source: { pageStarts: [1] } });
        expect(reading.kind === 'text' && reading.source.text).toContain('100 xa');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});
