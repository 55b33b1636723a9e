/** Where money comes from, folded: "lấy từ đâu", "nguồn nào", "ngân sách cấp nào", "do ai trả". */
const SOURCE =
  '(?:(?:tu|o|lay) dau|dau ra|nguon (?:nao|gi)|ngan sach (?:cap )?nao|(?:ai|cap nao|ben nao) (?:phai |se )?(?:tra|chi|chiu|bo))';
const ASKS_SOURCE = new RegExp(
  ` (?:kinh phi|chi phi|von|tien|ngan sach) (?:[a-z0-9]+ )*?${SOURCE} | (?:ai|cap nao|ben nao) (?:phai |se )?(?:tra|chiu|bo|bo ra) (?:tien|kinh phi|chi phi) | tien dau `,
);

/** Does a folded question ask who pays, or where the money for something comes from? */
export function asksForFunding(folded: string): boolean {
  return ASKS_SOURCE.test(` ${folded} `);
}
