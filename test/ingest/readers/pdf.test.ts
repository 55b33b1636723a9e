import { describe, expect, it } from 'vitest';
import { lineFrom, pdfFile, textAt } from '../../fixtures/pdf.ts';
import { readAs, textOf } from '../../fixtures/read.ts';

const lines = (text: string) => text.split(/\n+/);

/** Enough words to be no scan. */
const filler = Array.from({ length: 8 }, (_, row) =>
  textAt(60, 600 - row * 20, `${row + 1}. Short item of six plain words`),
).join('');

describe('PDF files', () => {
  it('issuer and motto side by side come one after the other', async () => {
    const page =
      textAt(80, 780, 'UBND TINH A') +
      textAt(300, 780, 'CONG HOA XA HOI CHU NGHIA') +
      textAt(90, 762, 'So: 1/KH-UBND') +
      textAt(330, 762, 'Doc lap - Tu do') +
      textAt(270, 700, 'KE HOACH') +
      filler;
    expect(lines(await textOf('a.pdf', pdfFile([page]))).slice(0, 5)).toEqual([
      'UBND TINH A',
      'So: 1/KH-UBND',
      'CONG HOA XA HOI CHU NGHIA',
      'Doc lap - Tu do',
      'KE HOACH',
    ]);
  });

  it('a wrapped paragraph is one line, also over a page break, and page numbers are left out', async () => {
    const long = 'The long line of this paragraph reaches the right margin of the page and has to';
    const body = (start: number) => Array.from({ length: 5 }, (_, row) => textAt(60, start - row * 16, long)).join('');
    const first = body(780) + textAt(295, 30, '1');
    const second = textAt(60, 780, 'go on here.') + body(740) + textAt(295, 30, '2');
    const reading = await readAs('a.pdf', pdfFile([first, second]));
    const text = reading.kind === 'text' ? reading.source.text : '';
    expect(text).toContain('has to go on here.');
    expect(text).not.toMatch(/^[12]$/m);
    expect(reading).toMatchObject({ source: { pageStarts: [1, 1] } });
  });

  it('a lone number at a page edge stays when the pages are not numbered', async () => {
    const page = (number: string) => filler + textAt(60, 30, number);
    const text = await textOf('a.pdf', pdfFile([page('1'), filler, filler, filler, page('5')]));
    expect(lines(text).filter((line) => /^\d$/.test(line))).toEqual(['1', '5']);
  });

  it('a ruled table becomes pipe rows, cells of several lines and merged cells included', async () => {
    const [left, middle, right] = [60, 200, 400];
    const ruling =
      [760, 730, 680, 650].map((y) => lineFrom(y === 680 ? middle : left, y, right, y)).join('') +
      [left, middle, right].map((x) => lineFrom(x, 760, x, 650)).join('');
    const cells =
      textAt(70, 740, 'Indicator') +
      textAt(210, 740, 'Target 2030') +
      textAt(70, 690, 'Poverty') +
      textAt(210, 710, 'below two') +
      textAt(210, 695, 'percent') +
      textAt(210, 660, 'none');
    expect(lines(await textOf('a.pdf', pdfFile([ruling + cells + filler])))).toEqual(
      expect.arrayContaining([
        '| Indicator | Target 2030 |',
        '| --- | --- |',
        '| Poverty | below two percent |',
        '| Poverty | none |',
      ]),
    );
  });

  it.each([
    ['cut off', pdfFile([filler]).slice(0, 40), 'damaged'],
    ['only named so', new TextEncoder().encode('chỉ là chữ'), 'damaged'],
  ])('a file that is %s is refused', async (_, bytes, reason) => {
    expect(await readAs('a.pdf', bytes)).toMatchObject({ kind: 'failure', reason });
  });
});
