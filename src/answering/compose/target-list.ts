import type { Target } from '../../document/records.ts';
import type { Found } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft } from './draft.ts';
import { supportOfTarget } from './support.ts';
import { allValues, indicatorInWords } from './target-in-words.ts';
import { documentName } from './wording.ts';

/** "Chỉ tiêu nào về người cao tuổi?", "có những chỉ tiêu gì …": all that fit, not the best alone. */
const ASKS_TARGETS = /\b(?:nhung|cac) (?:[a-z]+ )?chi tieu\b|\bchi tieu (?:nao|gi)\b/;

/** Where several are asked for: the targets of one document that fit about as well as the best, counted, a line each. */
export function listTargets({ folded }: Understanding, fitting: readonly Found<Target>[]): Draft | null {
  const [best] = fitting;
  if (best === undefined || best.coverage < THRESHOLDS.target || !ASKS_TARGETS.test(folded)) return null;
  const alike = fitting.filter(({ view, coverage }) => view === best.view && coverage >= best.coverage - ALIKE);
  const lines = [...new Map(alike.map(({ item }) => [indicatorInWords(item), item])).values()].map((item) =>
    claim(`- ${indicatorInWords(item)}: ${allValues(item, [])}`, supportOfTarget(best.view, item)),
  );
  const [first] = lines;
  if (first === undefined || lines.length < 2) return null;
  return draft('answered', [
    claim(`${lines.length} chỉ tiêu, theo ${documentName(best.view.document)}:`, ...first.supports),
    ...lines,
  ]);
}

/** A target this much behind the best one fits about as well. */
export const ALIKE = 0.04;
