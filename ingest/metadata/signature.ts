import type { Signer } from '../../src/document/policy-document.ts';
import { coveringSpan } from '../../src/document/span.ts';
import type { TextBlock } from '../block.ts';
import type { PlacedBlock } from '../placed-block.ts';
import type { Found } from './found.ts';

const BEHALF = /^(?:TM|T\/M|KT|TL|TUQ|Q)\s?\./u;
const FOR_THE_HEAD = /^(?:KT|TUQ|TL)\s?\./u;
const POSITION =
  /^(?:(?:KT|TL|TUQ|Q)\s?\.\s?)?(?:PHÓ |Phó )?(?:CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|TỔNG BÍ THƯ|VIỆN TRƯỞNG|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|Chủ tịch|Bí thư|Giám đốc)(?:[\s/].*)?$/u;
/** Two to five names, each with a capital; an academic or military title may stand before them. */
const NAME = /^(?:(?:TS|ThS|GS|PGS|BS)\.\s*)*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4}$/u;

/** The closing of the document itself: appendices may print forms with signatures of their own. */
export function mainClosing(placed: readonly PlacedBlock[]): TextBlock[] {
  const from = placed.findIndex((each) => each.part === 'closing');
  if (from === -1) return [];
  const to = placed.findIndex((each, i) => i > from && each.part !== 'closing');
  const run = to === -1 ? placed.slice(from) : placed.slice(from, to);
  return run.flatMap((each) => (each.block.kind === 'text' ? [each.block] : []));
}

/** Blocks of the signature: from the first line of authority or position on; recipients may stand before or after. */
export function signatureBlocks(closing: readonly TextBlock[]): TextBlock[] {
  const from = closing.findIndex((block) => BEHALF.test(block.text) || POSITION.test(block.text));
  if (from === -1) return [];
  const rest = closing.slice(from);
  const recipients = rest.findIndex((block) => /^nơi nhận/iu.test(block.text));
  return (recipients === -1 ? rest : rest.slice(0, recipients)).filter((block) => !/^[-+]\s/u.test(block.text));
}

/** Blocks of "Nơi nhận" with its list. */
export function recipientBlocks(closing: readonly TextBlock[]): TextBlock[] {
  const from = closing.findIndex((block) => /^nơi nhận/iu.test(block.text));
  if (from === -1) return [];
  const signature = new Set(signatureBlocks(closing));
  const to = closing.findIndex((block, i) => i > from && signature.has(block));
  return closing.slice(from, to === -1 ? closing.length : to);
}

/** Name and position below the lines of authority. */
export function signerIn(closing: readonly TextBlock[]): Found<Signer> | null {
  const signature = signatureBlocks(closing);
  const named = signature.find(
    (block) => NAME.test(block.text) && !POSITION.test(block.text) && !isShouted(block.text),
  );
  if (named === undefined) return null;
  const above = signature.slice(0, signature.indexOf(named));
  const positions = above.filter((block) => POSITION.test(block.text)).map((block) => block.text);
  const own = positions.findLast((text) => !BEHALF.test(text)) ?? positions.at(-1);
  const onBehalf = above.some((block) => FOR_THE_HEAD.test(block.text) || /\s(?:KT|TUQ)\./u.test(block.text));
  const value = { name: named.text, position: own === undefined ? null : positionForm(own), onBehalf };
  return { value, span: coveringSpan([...above, named].map((block) => block.span)) };
}

const isShouted = (text: string): boolean => text === text.toUpperCase();

/** "PHÓ CHỦ TỊCH" → "Phó Chủ tịch"; signed for no one: "KT." is a line of authority, not of the position. */
function positionForm(printed: string): string {
  const bare = printed.replace(/^(?:KT|TL|TUQ|Q)\s?\.\s?/u, '');
  if (!isShouted(bare)) return bare;
  const lower = bare.toLowerCase();
  return lower.startsWith('phó ') ? `Phó ${capitalised(lower.slice(4))}` : capitalised(lower);
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
