import type { Target } from '../../document/records.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Note } from '../answer.ts';
import type { Support } from '../compose/draft.ts';
import { listInWords, lowerFirst, quoted, shorten } from '../compose/wording.ts';
import { type Subject, shortName } from './subject.ts';

/** Figures stand side by side that are not counted in the same way. */
export function definitionDiffersNotes({ draft }: Subject): readonly Note[] {
  if (!draft.notes.includes('definition_differs')) return [];
  const sides = draft.statements.flatMap(({ supports, text }) =>
    supports.flatMap((support) => sideOf(support, text) ?? []),
  );
  const ways = new Map(sides.map((side) => [keyOf(side.indicator), side]));
  if (sides.length > 1 && ways.size < 2) return [];
  const text =
    ways.size < 2
      ? 'Các văn bản dùng cách tính khác nhau, không so sánh trực tiếp được.'
      : `${listInWords([...ways.values()].map(({ indicator, owner }) => `${quoted(indicator)} (${owner})`))} là ${ways.size} chỉ tiêu tính khác nhau.`;
  return [{ kind: 'definition_differs', text, basis: null }];
}

/** "tỷ lệ trường mầm non đạt chuẩn" and "Trường Mầm non đạt chuẩn" are one indicator. */
function keyOf(indicator: string): string {
  return fold(indicator).replace(/^(?:t[iy] le|so) /u, '');
}

/** The target a statement gives: of several read out of one sentence, the one it names. */
function sideOf({ view, span }: Support, text: string): { readonly indicator: string; readonly owner: string } | null {
  const printed = view.ingested.targets.filter((item) => item.span.start === span.start && item.span.end === span.end);
  const said = fold(text);
  const target = printed.length === 1 ? printed[0] : printed.find(({ indicator }) => said.includes(fold(indicator)));
  if (target === undefined) return null;
  return {
    indicator: shorten(lowerFirst(nameOf(target)), 120),
    owner: view.document.province ?? shortName(view.document),
  };
}

function nameOf({ indicator, parent }: Target): string {
  return parent === null || indicator.includes(parent) ? indicator : `${parent} – ${indicator}`;
}
