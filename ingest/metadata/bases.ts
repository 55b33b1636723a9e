import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan } from '../../src/document/span.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { findNumbers } from './document-number.ts';
import { type Found, spanWithin, textsOf } from './found.ts';

/** Submissions and opinions a decision answers to are no bases. */
const SUBMISSION = /^(?:Xét|Theo đề nghị|Trên cơ sở ý kiến)\s/u;
const SUBMISSION_NUMBER = /\/(?:TTr|BC|BCTT|CV|TB-\p{Lu}+|.*-(?:TTr|BC))(?:-|$)/u;

/** Numbers of the documents this one implements: of its title and its bases, in order, each once. */
export function basedOn(
  placed: readonly PlacedBlock[],
  own: { title: Found<string> | null; number: string | null },
): Found<string[]> | null {
  const bases = textsOf(placed, 'basis').filter((block) => !SUBMISSION.test(block.text));
  const cited = [own.title?.value ?? '', ...bases.map((block) => block.text)];
  const numbers = cited.flatMap((text) => findNumbers(text).map((mention) => mention.number));
  const others = [...new Set(numbers)].filter((number) => number !== own.number && !SUBMISSION_NUMBER.test(number));
  if (others.length === 0) return null;
  const spans = bases.filter((block) => findNumbers(block.text).length > 0).map((block) => block.span);
  const printed = spans.length > 0 ? spans : own.title === null ? [] : [own.title.span];
  return printed.length === 0 ? null : { value: others, span: coveringSpan(printed) };
}

const TYPE =
  '(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Chương trình|Đề án|Thông báo|Kết luận|Nghị định|Thông tư|Hướng dẫn|Quy định|Quy chế|Công văn)';
/** The document speaks of itself, or names what stops being in force. */
const REPLACES = /(?:\bnày|và)\s+thay thế|^\W*(?:\d+\.\s*)?thay thế|hết hiệu lực/iu;
/** What may stand right before the name of a replaced document. */
const IN_LIST = /(?:thay thế(?: cho)?|các|,|và|;|:|bao gồm|gồm|sau|-|^|bởi)\s*$/iu;

/** "thay thế các Quyết định: số 23/2016/QĐ-UBND …; số 21/2023/QĐ-UBND …": the type is said once for all of them. */
const SAME_TYPE = new RegExp(`thay thế các ${TYPE}\\s*:(?:.*[;,])?\\s*(?:và\\s+)?số\\s*$`, 'isu');

/** Numbers of the documents this one replaces: named right after "thay thế", not those they were issued to implement. */
export function replacedBy(
  placed: readonly PlacedBlock[],
  source: SourceText,
  number: string | null,
): Found<string[]> | null {
  const found: { number: string; span: Found<string>['span'] }[] = [];
  let listing = false;
  for (const { block, part, role } of placed) {
    if (part !== 'body' || block.kind !== 'text') continue;
    const introduces = REPLACES.test(block.text);
    listing = introduces
      ? /:$/u.test(block.text)
      : listing && role !== 'heading' && /^\W*(?:[a-zđ]\)|[-+]|\d+\))/u.test(block.text);
    if (!introduces && !listing) continue;
    const from = /thay thế/iu.exec(block.text)?.index ?? 0;
    for (const replaced of directNumbers(block.text.slice(from), listing || /hết hiệu lực/iu.test(block.text))) {
      if (replaced.number === number) continue;
      found.push({
        number: replaced.number,
        span: spanWithin(source, block, from + replaced.start, from + replaced.end),
      });
    }
  }
  if (found.length === 0) return null;
  return { value: [...new Set(found.map((each) => each.number))], span: coveringSpan(found.map((each) => each.span)) };
}

function directNumbers(text: string, anywhere: boolean) {
  return findNumbers(text).filter(({ start }) => {
    const before = text.slice(0, start);
    if (SAME_TYPE.test(before)) return true;
    const named = new RegExp(`${TYPE}\\s+(?:số\\s*:?\\s*)?$`, 'iu').exec(before);
    if (named === null) return false;
    const lead = before.slice(0, named.index).trimEnd();
    return IN_LIST.test(lead) || (anywhere && /^\W*(?:[a-zđ]\)|[-+]|\d+\)|\d+\.)?$/u.test(lead));
  });
}
