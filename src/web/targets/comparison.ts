import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Target, TargetValue } from '../../document/records.ts';
import { tokenise } from '../../vietnamese/tokens.ts';

/** One indicator as one document sets it. */
export interface ComparedTarget {
  readonly target: Target;
  readonly document: PolicyDocument;
  /** The document words the indicator otherwise than it was asked for: it may mean something else. */
  readonly differs: boolean;
}

/** How many are set side by side at most: more bars than that cannot be read. */
export const MOST_COMPARED = 4;

/**
 * The target of each document that is nearest to the indicator asked for: every word of the indicator is in it, and of
 * those the one with the fewest further words. Documents without such a target are left out; nothing is guessed.
 */
export function compareIndicator(
  indicator: string,
  targets: readonly (readonly [Target, PolicyDocument])[],
): ComparedTarget[] {
  const asked = termsOf(indicator);
  const best = new Map<string, { readonly compared: ComparedTarget; readonly extra: number }>();
  for (const [target, document] of targets) {
    const terms = termsOf([target.parent, target.indicator, target.scope].filter((part) => part !== null).join(' '));
    if (target.kind !== 'target' || !holds(terms, asked)) continue;
    const own = termsOf(target.indicator);
    const extra = terms.size - asked.size;
    const differs = own.size !== asked.size || !holds(own, asked);
    const before = best.get(document.id);
    if (before === undefined || extra < before.extra) {
      best.set(document.id, { compared: { target, document, differs }, extra });
    }
  }
  return [...best.values()].map(({ compared }) => compared);
}

/** Words of an indicator that tell it from others: "tỉ lệ", "số" and the like stay, spelling does not matter. */
function termsOf(text: string): Set<string> {
  return new Set(tokenise(text).map(({ term }) => term));
}

function holds(terms: ReadonlySet<string>, asked: ReadonlySet<string>): boolean {
  return [...asked].every((term) => terms.has(term));
}

/** What a bar shows of a value: its number, the middle of a range; null when there is none to draw. */
export function barLength({ number }: TargetValue): number | null {
  return number === null || typeof number === 'number' ? number : (number[0] + number[1]) / 2;
}
