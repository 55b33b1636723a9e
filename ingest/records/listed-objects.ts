import { quotable } from '../../src/document/quotable.ts';
import type { Assignment } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan } from '../../src/document/span.ts';
import { startsWithVerb } from '../../src/vietnamese/agencies-open.ts';
import { actorListFrom, findActors } from './actors.ts';
import type { Draft, PlacedText } from './evidence.ts';
import { labelEnd } from './labels.ts';

/** What a plan lists as objects of a task: things, never deeds. */
const THING =
  /^(?:(?:các|những)\s+)?(?:(?:tiểu )?dự án|(?:tiểu )?đề án|phương án|chương trình|mức|cơ chế|danh mục|nguyên tắc|quy hoạch|số lượng|mẫu|hồ sơ|tỷ lệ|tỉ lệ|thành phần|chế độ|chính sách|phụ lục|biểu mẫu|quy chế|nhiệm vụ)(?![\p{L}])/iu;

/** Does an item only name something or somebody? */
export function isMereName(placed: PlacedText): boolean {
  const text = placed.block.text;
  const own = text.slice(labelEnd(text)).trim();
  if (/^(?:[^“"]{0,40}:\s*)?[“"][^”"]+[”"][.;,]?$/u.test(own)) return true;
  const list = actorListFrom(own, findActors(own), 0);
  return list !== null && list.start === 0 && /^[\s.;,]*$/.test(own.slice(list.end));
}

/** Is the item an object of the line that introduces it ("… trình Hội đồng nhân dân quyết định:")? */
export function isObject(placed: PlacedText): boolean {
  const text = placed.block.text;
  const own = text.slice(labelEnd(text)).trim();
  if (isMereName(placed)) return true;
  return THING.test(own) && !startsWithVerb(own.charAt(0).toLowerCase() + own.slice(1));
}

/** A longer task answers nothing better. */
const LONGEST_TASK = 900;

/** The introducing task with one more of its objects; as it was once it is long. */
export function withObject(draft: Draft<Assignment>, placed: PlacedText, source: SourceText): Draft<Assignment> {
  const text = placed.block.text;
  const object = text
    .slice(labelEnd(text))
    .trim()
    .replace(/[.;,\s]+$/, '');
  const joint = draft.task.includes(': ') ? '; ' : ': ';
  const task = `${draft.task}${joint}${object}`;
  if (task.length > LONGEST_TASK) return draft;
  const span = coveringSpan([draft.span, placed.block.span]);
  return {
    ...draft,
    task,
    span,
    quote: quotable(source.text.slice(span.start, span.end)),
    taskSpan: coveringSpan([draft.taskSpan, placed.block.span]),
  };
}
