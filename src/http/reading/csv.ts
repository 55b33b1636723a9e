/** Cells that a spreadsheet would run as a formula; documents are untrusted, and many list lines begin with a dash. */
const FORMULA = /^[=+\-@\t\r](?![\d.,]*$)/;

/**
 * RFC 4180 text of a table, header first. It begins with a byte order mark, without which spreadsheets read
 * Vietnamese as Latin-1.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const inert = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** The table as a download. */
export function csvResponse(csv: string, fileName: string): Response {
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=UTF-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
}
