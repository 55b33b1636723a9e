import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxFile, inList, wordCell, wordParagraph, wordTable } from '../../fixtures/docx.ts';
import { readAs, textOf } from '../../fixtures/read.ts';

const level = (ilvl: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const outline = `<w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}${level(4, 'bullet', '\uf0b7')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;

describe('Word files', () => {
  it('labels of automatic numbering are printed as Word prints them', async () => {
    const item = (at: number, text: string) => wordParagraph(text, inList(1, at));
    const body = [
      item(0, 'MỤC TIÊU'),
      item(1, 'Chung'),
      item(2, 'Đến 2025'),
      item(2, 'Đến 2030'),
      item(3, 'Điểm'),
      item(4, 'gạch đầu dòng'),
      wordParagraph('không đánh số'),
      item(1, 'Cụ thể'),
      item(2, 'Về việc làm'),
      item(0, 'NHIỆM VỤ'),
      item(1, 'Giảm nghèo'),
    ].join('');
    const text = await textOf('a.docx', docxFile({ body, numbering: outline }));
    expect(text.split(/\n+/)).toEqual([
      'I. MỤC TIÊU',
      '1. Chung',
      '1.1. Đến 2025',
      '1.2. Đến 2030',
      'a) Điểm',
      '- gạch đầu dòng',
      'không đánh số',
      '2. Cụ thể',
      '2.1. Về việc làm',
      'II. NHIỆM VỤ',
      '1. Giảm nghèo',
    ]);
  });

  it('numbering that comes with the paragraph style is printed too, bold like its paragraph', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering = `<w:abstractNum w:abstractNumId="8">${level(0, 'decimal', 'Điều %1.', '<w:pStyle w:val="Dieu"/>')}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;
    const article = (text: string) => wordParagraph(text, '<w:pStyle w:val="Dieu"/>', '<w:b/>');
    const text = await textOf(
      'a.docx',
      docxFile({ body: article('Phạm vi') + article('Đối tượng'), styles, numbering }),
    );
    expect(text).toBe('**Điều 1. Phạm vi**\n\n**Điều 2. Đối tượng**');
  });

  it('a list that starts again at a given number does so', async () => {
    const numbering = `${outline}<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body =
      wordParagraph('một', inList(1, 0)) + wordParagraph('năm', inList(3, 0)) + wordParagraph('sáu', inList(3, 0));
    expect(await textOf('a.docx', docxFile({ body, numbering }))).toBe('I. một\n\nV. năm\n\nVI. sáu');
  });

  it('merged cells are expanded', async () => {
    const body = wordTable([
      [wordCell('TT'), wordCell('Chỉ tiêu'), wordCell('2025'), wordCell('2030')],
      [wordCell('I', '<w:vMerge w:val="restart"/>'), wordCell('Việc làm', '<w:gridSpan w:val="3"/>')],
      [wordCell('', '<w:vMerge/>'), wordCell('Thất nghiệp'), wordCell('&lt; 4'), wordCell('')],
    ]);
    expect((await textOf('a.docx', docxFile({ body }))).split('\n')).toEqual([
      '| TT | Chỉ tiêu | 2025 | 2030 |',
      '| --- | --- | --- | --- |',
      '| I | Việc làm |  |  |',
      '| I | Thất nghiệp | < 4 |  |',
    ]);
  });

  it('pages are known where Word last broke them', async () => {
    const body = `${wordParagraph('trang một')}<w:p><w:r><w:lastRenderedPageBreak/><w:t>trang hai</w:t></w:r></w:p>`;
    expect(await readAs('a.docx', docxFile({ body }))).toMatchObject({
      source: { text: 'trang một\n\ntrang hai', pageStarts: [1, 3] },
    });
  });

  it('text typed for a TCVN3 font is put into Unicode', async () => {
    const body = wordParagraph('Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc');
    expect(await textOf('a.docx', docxFile({ body }))).toContain('Cộng hòa xã hội chủ nghĩa Việt Nam');
  });

  it('a zip bomb is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readAs('a.docx', bomb)).toMatchObject({ kind: 'failure', reason: 'too-large' });
  });

  it('a zip of very many entries is refused', async () => {
    const crowd = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`word/${index}.xml`, strToU8('x')]));
    expect(await readAs('a.docx', zipSync(crowd))).toMatchObject({ kind: 'failure', reason: 'too-large' });
  });

  it('tables nested beyond reason are refused', async () => {
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(60) + wordParagraph('sâu') + '</w:tc></w:tr></w:tbl>'.repeat(60);
    expect(await readAs('a.docx', docxFile({ body: nested }))).toMatchObject({ kind: 'failure', reason: 'too-large' });
  });

  it.each([
    ['cut off', docxFile({ body: wordParagraph('cụt') }).slice(0, 300), 'damaged'],
    ['no Word file inside', zipSync({ 'a.txt': strToU8('x') }), 'damaged'],
    ['only named so', strToU8('chỉ là chữ'), 'damaged'],
    ['encrypted', compoundFile('EncryptedPackage'), 'protected'],
    ['in the old format', compoundFile('WordDocument'), 'unsupported'],
    ['without a word', docxFile({ body: '' }), 'empty'],
  ])('a file that is %s is refused with the reason', async (_, bytes, reason) => {
    expect(await readAs('a.docx', bytes)).toMatchObject({ kind: 'failure', reason });
  });

  it('a web page under the name .doc is read as a web page', async () => {
    expect(await textOf('a.doc', '<html><body><p>Sở Y tế</p></body></html>')).toBe('Sở Y tế');
  });
});

/** The start of an OLE container that names a stream. */
function compoundFile(stream: string): Uint8Array {
  const name = Uint8Array.from([...stream].flatMap((character) => [character.charCodeAt(0), 0]));
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...name]);
}
