import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { shortName } from './wording.ts';

/** What is answered province by province when several are named: bodies, times, promises, documents. */
const SIDED: ReadonlySet<Intent> = new Set<Intent>([
  'lead',
  'coordinate',
  'deadline',
  'report',
  'basis',
  'entitlement',
  'tasks',
]);

/** What is asked of each of several provinces; null when one at most is named, or figures are compared. */
export function sidedIntent({ intent, compared, scope }: Understanding): Intent | null {
  const asked = intent === 'compare' ? compared : intent;
  return asked !== null && scope.provinces.length > 1 && SIDED.has(asked) ? asked : null;
}

/** The same question answered for each province, a line or more for each; one without an answer has a line that says so. */
export function composeSides(
  understanding: Understanding,
  evidence: Evidence,
  answer: (understanding: Understanding, evidence: Evidence) => Draft | null,
): Draft | null {
  const { provinces, unknownProvinces } = understanding.scope;
  const sides = provinces.map((province) => {
    const own = ofProvince(evidence, province);
    const scope = { ...understanding.scope, provinces: [province], ids: own.views.map(({ document }) => document.id) };
    const found = own.views.length === 0 ? null : answer({ ...understanding, scope: { ...scope, named: true } }, own);
    return { province, found: found !== null && isAnswer(found) ? found : null };
  });
  const answered = sides.filter(({ found }) => found !== null);
  if (answered.length === 0) return null;
  const lines = answered.flatMap(({ province, found }) => (found === null ? [] : linesOf(province, found)));
  const missing = [...sides.filter(({ found }) => found === null).map(({ province }) => province), ...unknownProvinces];
  return draft(
    missing.length > 0 ? 'partial' : 'answered',
    [framing('Theo từng văn bản:'), ...lines, ...missingLines(missing, evidence, 'không có nội dung này')],
    {
      agencies: answered.flatMap(({ found }) => found?.agencies ?? []),
      notes: [...new Set(answered.flatMap(({ found }) => found?.notes ?? []))],
    },
  );
}

/** A document of a province may leave the question open; what it says of it is shown all the same. */
function isAnswer({ status }: Draft): boolean {
  return status === 'answered' || status === 'partial' || status === 'clarify';
}

function linesOf(province: string, { statements }: Draft): DraftStatement[] {
  return statements
    .filter(({ kind }) => kind === 'claim')
    .slice(0, MOST)
    .map((statement) => ({
      ...statement,
      text: `- ${province}: ${statement.text.replace(/^- /u, '').replace(/[.:]$/u, '')}`,
    }));
}

/** How many lines a province may have. */
const MOST = 3;

function ofProvince(evidence: Evidence, province: string): Evidence {
  const own = ({ view }: { readonly view: DocumentView }) => view.document.province === province;
  return {
    views: evidence.views.filter(({ document }) => document.province === province),
    sentences: evidence.sentences.filter(own),
    targets: evidence.targets.filter(own),
    assignments: evidence.assignments.filter(own),
    entitlements: evidence.entitlements.filter(own),
  };
}

/** "- Quảng Ngãi: không có chỉ tiêu tương ứng trong Kế hoạch 46/KH-UBND." Where many lack it, they are counted out in one line. */
export function missingLines(missing: readonly string[], { views }: Evidence, lack: string): DraftStatement[] {
  if (missing.length > FEW) return [framing(`- Các tỉnh khác: ${lack} trong các văn bản hiện có.`)];
  return missing.map((province) => {
    const own = views.filter(({ document }) => document.province === province).map(({ document }) => document);
    const where = own.length === 0 ? 'các văn bản hiện có' : own.map(shortName).join(', ');
    return framing(`- ${province}: ${lack} trong ${where}.`);
  });
}

const FEW = 6;
