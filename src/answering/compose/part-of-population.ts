import type { Target } from '../../document/records.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { groupsAsked, groupsMeant } from '../evidence/people.ts';
import { termSetOf } from '../evidence/term-set.ts';
import type { Understanding } from '../understand/understanding.ts';

/** Parts of a province: their name, the words a question asks for them by, and those a figure for them is given with. */
const PARTS: readonly (readonly [name: string, asked: RegExp, said: RegExp])[] = [
  ['nông thôn', /^nong thon$/, / (?:nong thon|nong dan|nong nghiep|xa(?! hoi)|thon) /],
  ['thành thị', /^(?:thanh thi|do thi)$/, / (?:thanh thi|do thi|thanh pho|(?<!dia )phuong) /],
  ['miền núi', /^(?:mien nui|vung cao)$/, / (?:nui|vung cao) /],
  ['đồng bằng', /^dong bang$/, / dong bang /],
];

/** "Mỗi năm xây bao nhiêu căn": each year of a figure that is one for all years until then; null where it may be meant. */
export function yearByYear(
  { indicator, parent, unit, values, quote }: Target,
  { folded }: Pick<Understanding, 'folded'>,
): string | null {
  if (!/ (?:moi|hang|tung) nam /.test(` ${folded} `) || unit === null || unit.includes('%')) return null;
  const said = [indicator, parent, unit, quote].join(' ');
  const isYearly = /năm|bình quân/iu.test(said) || !values.every(({ period }) => /^\d{4}$/.test(period ?? ''));
  return isYearly ? null : 'từng năm';
}

/**
 * The part of the population or of the province a question is about and a figure is not: "hộ nghèo miền núi" of a figure for
 * all poor households; null where the figure is for what is asked, or no part is.
 */
export function partNotMeant(
  { indicator, parent, scope, group, headingTrail, quote }: Target,
  understanding: Pick<Understanding, 'folded' | 'concepts'>,
): string | null {
  const said = [indicator, parent, scope, group, ...headingTrail, quote].filter((text) => text !== null).join(' . ');
  const folded = ` ${termsOf(said).join(' ')} `;
  const part = PARTS.find(
    ([, asked, given]) => understanding.concepts.some(({ label }) => asked.test(label)) && !given.test(folded),
  );
  if (part !== undefined) return part[0];
  const meant = groupsMeant(termSetOf(said));
  return [...groupsAsked(understanding)].find((name) => !meant.has(name)) ?? null;
}
