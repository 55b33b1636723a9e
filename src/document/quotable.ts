/**
 * The form in which quotes are compared with sources: NFC, without the Markdown marks `*` and `#`,
 * runs of white space folded to one space, trimmed. A quote is verbatim when its quotable form is a substring
 * of the quotable form of the lines it names.
 *
 * @example quotable('Tỉ lệ thất nghiệp khu vực\nthành thị\n|\n%') // 'Tỉ lệ thất nghiệp khu vực thành thị | %'
 */
export function quotable(text: string): string {
  return text.normalize('NFC').replace(/[*#]/g, '').replace(/\s+/g, ' ').trim();
}
