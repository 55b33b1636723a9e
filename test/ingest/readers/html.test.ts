import { describe, expect, it } from 'vitest';
import { readAs, textOf } from '../../fixtures/read.ts';

describe('web pages', () => {
  it('the document is read without the site around it', async () => {
    const text = await textOf(
      'plan.html',
      `<html><head><title>Trang</title><style>p{}</style><script>alert(1)</script></head><body>
      <nav><a href="/">Trang chủ</a></nav>
      <div class="menu"><ul><li><a>Văn bản mới</a></li><li><a>Hỏi đáp</a></li><li><a>Liên hệ</a></li></ul></div>
      <div id="x"><p>Căn cứ Luật Tổ chức chính quyền địa phương;</p><p>I. MỤC TIÊU</p><p onclick="steal()">Giảm tỷ lệ hộ nghèo xuống dưới 2%.</p></div>
      <footer>Bản quyền</footer></body></html>`,
    );
    expect(text).toBe(
      'Căn cứ Luật Tổ chức chính quyền địa phương;\n\nI. MỤC TIÊU\n\nGiảm tỷ lệ hộ nghèo xuống dưới 2%.',
    );
  });

  it('a header laid out as a table is read cell by cell', async () => {
    const text = await textOf(
      'plan.html',
      '<table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH A</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Số: 1/KH-UBND</td><td>A, ngày 2 tháng 3 năm 2024</td></tr></table>',
    );
    expect(text.split(/\n+/)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH A',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 1/KH-UBND',
      'A, ngày 2 tháng 3 năm 2024',
    ]);
  });

  it('tables become pipe rows, merged cells expanded and empty cells kept', async () => {
    const text = await textOf(
      'plan.html',
      `<table><tr><th rowspan=2>Chỉ tiêu</th><th colspan=2>Mục tiêu</th></tr><tr><th>2025</th><th>2030</th></tr>
      <tr><td colspan=3>I. Việc làm</td></tr><tr><td rowspan=2>Thất nghiệp</td><td>&lt; 4</td><td></td></tr><tr><td>a | b</td><td>-</td></tr></table>`,
    );
    expect(text.split('\n')).toEqual([
      '| Chỉ tiêu | Mục tiêu | Mục tiêu |',
      '| Chỉ tiêu | 2025 | 2030 |',
      '| --- | --- | --- |',
      '| I. Việc làm |  |  |',
      '| Thất nghiệp | < 4 |  |',
      '| Thất nghiệp | a ¦ b | - |',
    ]);
  });

  it('bold paragraphs and heading tags keep their mark', async () => {
    expect(await textOf('a.html', '<h2>I. Mục tiêu</h2><p><b>1. Chung:</b> tăng thu nhập</p>')).toBe(
      '## I. Mục tiêu\n\n**1. Chung:** tăng thu nhập',
    );
  });

  it('list items keep the label a browser prints', async () => {
    expect(await textOf('a.html', '<ol start=3><li>Sở Y tế</li><li>Sở Nội vụ</li></ol><ul><li>khác</li></ul>')).toBe(
      '3. Sở Y tế\n\n4. Sở Nội vụ\n\n- khác',
    );
  });

  it('preformatted lines stay lines', async () => {
    expect(await textOf('a.html', '<pre>Sở Nội vụ\n|\nSở Y tế\n</pre>')).toBe('Sở Nội vụ\n|\nSở Y tế');
  });

  it('a page nested beyond reason is refused or read, in bounded time', async () => {
    const tables = '<table><tr><td>a'.repeat(5000);
    expect(await readAs('a.html', tables)).toMatchObject({ kind: 'failure', reason: 'too-large' });
    const divs = `${'<div>'.repeat(20_000)}sâu`;
    expect(['text', 'failure']).toContain((await readAs('a.html', divs)).kind);
  });
});
