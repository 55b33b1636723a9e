import type { Block, TextBlock } from '../block.ts';
import { isTypeLine } from '../normalise/line-starts.ts';
import type { DocumentPart } from '../placed-block.ts';
import { readAppendix, readLabels } from './label.ts';

/** A part of the document, or the first block of an appendix or an attached instrument. */
export interface PartOfBlock {
  readonly part: DocumentPart;
  /** The block opens an appendix, a form, or an instrument issued with the document. */
  readonly opensRoot: boolean;
}

/** The letterhead is sought no further than this. */
const FRONT_BLOCKS = 40;

/** Tells letterhead and title, bases, body and closing apart, in one pass from the top. */
export function findParts(blocks: readonly Block[]): PartOfBlock[] {
  const bodyFrom = firstAfterTitle(blocks);
  let part: DocumentPart = bodyFrom > 0 ? 'front' : 'body';
  let enacted = bodyFrom === 0;
  let closed = false;
  return blocks.map((block, i) => {
    if (i < bodyFrom) return { part: 'front', opensRoot: false };
    if (i === bodyFrom) part = 'body';
    const opensRoot = opensRootAt(blocks, i, closed);
    if (opensRoot || (part === 'closing' && resumes(block))) part = 'body';
    else if (block.kind === 'text' && opensClosing(block)) part = 'closing';
    if (part === 'closing') closed = true;
    if (opensRoot || hasLabel(block)) enacted = true;
    if (part === 'body' && !enacted && block.kind === 'text' && isBasis(block)) return { part: 'basis', opensRoot };
    return { part, opensRoot };
  });
}

/** Index of the first block after the title; 0 when no letterhead is recognised. */
function firstAfterTitle(blocks: readonly Block[]): number {
  const type = blocks.slice(0, FRONT_BLOCKS).findIndex((block) => block.kind === 'text' && isTypeLine(block.text));
  const letterhead = blocks
    .slice(0, FRONT_BLOCKS)
    .findLastIndex((block) => block.kind === 'text' && LETTERHEAD.test(block.text) && block.text.length < 120);
  if (type === -1) return letterhead + 1;
  let at = type + 1;
  while (at < blocks.length && at < type + 6 && continuesTitle(blocks[at], at - type)) at += 1;
  return Math.max(at, letterhead > type && letterhead < type + 8 ? letterhead + 1 : 0);
}

const LETTERHEAD =
  /^((CỘNG H[ÒO][ÀA]|Cộng h[òo][àa]) |Độc lập\s*[-–]|ĐẢNG CỘNG SẢN|Số\s*:?\s*\d+.{0,30}\/|\p{Lu}[\p{L} .-]{2,30}, ngày \d)/u;

/**
 * The line under the type is the title unless it ends as a sentence: titles too begin with "Thực hiện …". Below it only
 * capitals, bold or an unfinished line go on.
 */
function continuesTitle(block: Block | undefined, distance: number): boolean {
  if (block?.kind !== 'text' || hasLabel(block) || isTypeLine(block.text)) return false;
  if (/^[-_*]{3,}$/.test(block.text)) return true;
  const ended = /[.;:,]$/u.test(block.text);
  if (distance === 1) return block.bold || isShouted(block.text) || !ended;
  if (isBasis(block)) return false;
  if (block.bold || isShouted(block.text)) return !/^(ỦY|UỶ|HỘI ĐỒNG|CHỦ TỊCH|BỘ TRƯỞNG)/u.test(block.text);
  return !ended && block.text.length < 300;
}

/** "Căn cứ …", and the sentence that enacts; "QUYẾT ĐỊNH:" and the issuer in capitals between them. */
function isBasis(block: TextBlock): boolean {
  return BASIS.test(block.text) || (block.text.length < 100 && ENACTING.test(block.text));
}

const BASIS =
  /^(Căn cứ|Thực hiện|Triển khai thực hiện|Xét|Theo đề nghị|Theo tinh thần|Thi hành|Trên cơ sở|Tiếp tục thực hiện|Để |Nhằm |(UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Chủ tịch (UBND|Ủy ban nhân dân)|Ban Thường vụ|Thủ tướng Chính phủ|Bộ trưởng).{0,80}(ban hành|xây dựng|quyết định))/u;

const ENACTING =
  /^((QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ)\s*:?|(ỦY|UỶ) BAN NHÂN DÂN.*|HỘI ĐỒNG NHÂN DÂN.*|CHỦ TỊCH .*|BỘ TRƯỞNG .*|KHÓA .*)$/u;

/** Recipients ("Nơi nhận:", but not "Nơi nhận kết quả"), or the first line of a signature. */
export function opensClosing(block: TextBlock): boolean {
  return CLOSING.test(block.text) && block.text.length < 200;
}

const CLOSING =
  /^((?:Nơi nhận|NƠI NHẬN)(?!\s+\p{Ll})|(TM|KT|TL|TUQ|Q)\s?\.\s?\p{Lu}|T\/M\s|((PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|BÍ THƯ|TỔNG BÍ THƯ)$)/u;

const hasLabel = (block: Block): boolean => block.kind === 'text' && readLabels(block.text).length > 0;
const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();

/** After the closing only an article, chapter or numeral shows that the body goes on. */
function resumes(block: Block): boolean {
  if (block.kind === 'table') return block.columns.length > 0;
  return readLabels(block.text).some(({ kind }) => ['part', 'chapter', 'section', 'article', 'roman'].includes(kind));
}

function opensRootAt(blocks: readonly Block[], at: number, closed: boolean): boolean {
  const block = blocks[at];
  if (block?.kind !== 'text') return false;
  if (readAppendix(block.text) !== null) return closed || isShouted(block.text) || followedByAttachment(blocks, at);
  if (!closed || !isShouted(block.text) || block.text.length > 400 || opensClosing(block)) return false;
  if (/^[-_*]+$/.test(block.text) || hasLabel(block)) return false;
  return followedByAttachment(blocks, at);
}

/** "(Ban hành kèm theo Quyết định số …)" stands under the title of what is attached. */
function followedByAttachment(blocks: readonly Block[], at: number): boolean {
  return blocks.slice(at + 1, at + 4).some((block) => block.kind === 'text' && ATTACHED.test(block.text));
}

export const ATTACHED = /^\(?\s*((được )?ban hành |đính )?kèm theo/iu;
