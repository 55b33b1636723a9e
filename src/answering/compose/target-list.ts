import type { Target } from '../../document/records.ts';
import type { Span } from '../../document/span.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft, MOST_LINES } from './draft.ts';
import { supportAt, supportOfTarget } from './support.ts';
import { allValues, indicatorInWords } from './target-in-words.ts';
import { documentName } from './wording.ts';

/** "Chỉ tiêu nào về người cao tuổi?", "có mấy chỉ tiêu …": all that fit, not the best alone. */
const ASKS_TARGETS = /\b(?:nhung|cac|may|bao nhieu) (?:[a-z]+ )?chi tieu\b|\bchi tieu (?:nao|gi)\b/;

/** Where several are asked for: the targets of one document that fit about as well as the best. */
export function listTargets({ folded }: Understanding, fitting: readonly Found<Target>[]): Draft | null {
  const [best] = fitting;
  if (best === undefined || best.coverage < THRESHOLDS.target || !ASKS_TARGETS.test(folded)) return null;
  const alike = fitting.filter(({ view, coverage }) => view === best.view && coverage >= best.coverage - ALIKE);
  const different = [...new Map(alike.map(({ item }) => [indicatorInWords(item), item])).values()];
  return different.length < 2 ? null : listed(best.view, different, { span: null });
}

/** A target this much behind the best one fits about as well. */
export const ALIKE = 0.04;

/** "13 chỉ tiêu trong nhóm “Giáo dục”, theo …:", a line each with its values. */
export function listed(view: DocumentView, targets: readonly Target[], { of = '', span }: Listing): Draft | null {
  const [first] = targets;
  if (first === undefined) return null;
  const count = targets.length > MOST_LINES ? `${MOST_LINES} chỉ tiêu đầu` : `${targets.length} chỉ tiêu`;
  return draft('answered', [
    claim(
      `${count}${of}, theo ${documentName(view.document)}:`,
      supportAt(view, span ?? first.span, first.headingTrail),
    ),
    ...targets
      .slice(0, MOST_LINES)
      .map((row) => claim(`- ${indicatorInWords(row)}: ${allValues(row, [])}`, supportOfTarget(view, row))),
  ]);
}

/** What the targets are those of, and where that is printed. */
interface Listing {
  readonly of?: string;
  readonly span: Span | null;
}
