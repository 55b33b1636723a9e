import type { Span } from '../../document/span.ts';
import { tokenise } from '../../vietnamese/tokens.ts';
import type { Draft, Support } from '../compose/draft.ts';
import { supportAt, supportOfSentence, supportOfTarget } from '../compose/support.ts';
import { documentName } from '../compose/wording.ts';
import { quoteAt } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isInjection } from '../understand/conduct.ts';
import { fenced, visible } from './fence.ts';

/** What a model is shown: data lines, and the place behind each passage number. */
export interface ModelContext {
  readonly data: string;
  readonly places: ReadonlyMap<number, Support>;
}

/** How many found sentences and records are shown beside those of the engine's own answer. */
const SHOWN = { sentences: 10, targets: 6, assignments: 4, entitlements: 3 };

/**
 * The question, the engine's findings and numbered passages as JSON lines, within a budget of tokens. A passage is
 * shown whole or not at all; beside those of the findings, only such as would answer the question themselves. Passages
 * that speak to a machine ("bỏ qua hướng dẫn…", mark-up of roles and data) are not shown.
 */
export function contextFor(
  { question, found, evidence }: { readonly question: string; readonly found: Draft; readonly evidence: Evidence },
  budget: number,
): ModelContext {
  const places = new Map<number, Support>();
  const passages: string[] = [];
  const asked = fenced([{ cau_hoi: visible(question) }]);
  let left = budget - tokensIn(asked);
  const take = (line: string): boolean => {
    const fits = tokensIn(line) <= left;
    if (fits) left -= tokensIn(line);
    return fits;
  };
  const add = (support: Support, isShown: typeof isSame): void => {
    if (numberOf(support, places, isShown) !== null || speaksToMachines(quoteAt(support.view, support.span))) return;
    const n = places.size + 1;
    const line = passageLine(n, support);
    if (!take(line)) return;
    places.set(n, support);
    passages.push(line);
  };
  for (const support of found.statements.flatMap(({ supports }) => supports)) add(support, isSame);
  const findings = found.statements.flatMap(({ text, supports }) => {
    const line = fenced([
      { ket_qua: visible(text), doan: supports.flatMap((support) => numberOf(support, places, isSame) ?? []) },
    ]);
    return take(line) ? [line] : [];
  });
  for (const support of supportsOf(evidence)) add(support, holds);
  return { data: [asked, ...findings, ...passages].join('\n'), places };
}

/** No policy is written in braces. */
function speaksToMachines(text: string): boolean {
  return (
    /[{}]/u.test(text) ||
    isInjection(
      text,
      tokenise(text).map(({ term }) => term),
    )
  );
}

/**
 * An estimate of tokens that errs on the high side: Vietnamese takes a token for two to three characters in the
 * vocabularies in use.
 */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 2);
}

function supportsOf(evidence: Evidence): readonly Support[] {
  const near = <T extends { readonly coverage: number }>(found: readonly T[], most: number) =>
    found.filter(({ coverage }) => coverage >= THRESHOLDS.sentence).slice(0, most);
  return [
    ...near(evidence.targets, SHOWN.targets).map(({ view, item }) => supportOfTarget(view, item)),
    ...near(evidence.sentences, SHOWN.sentences).map(({ view, item }) => supportOfSentence(view, item)),
    ...near(evidence.assignments, SHOWN.assignments).map(({ view, item }) =>
      supportAt(view, item.span, item.headingTrail),
    ),
    ...near(evidence.entitlements, SHOWN.entitlements).map(({ view, item }) =>
      supportAt(view, item.span, item.headingTrail),
    ),
  ];
}

/** The number under which a place is shown. */
function numberOf(
  { view, span }: Support,
  places: ReadonlyMap<number, Support>,
  isShown: (place: Span, span: Span) => boolean,
): number | null {
  for (const [n, place] of places) if (place.view === view && isShown(place.span, span)) return n;
  return null;
}

/** What the engine cites is shown as narrowly as it cites it. */
function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function passageLine(n: number, { view, span, headingTrail, table }: Support): string {
  return fenced([
    {
      doan: n,
      van_ban: documentName(view.document),
      ...(view.document.issuedOn === null ? {} : { ngay: view.document.issuedOn }),
      ...(headingTrail.length === 0 ? {} : { vi_tri: headingTrail.join(' › ') }),
      ...(table === null ? {} : { cot: table.columns }),
      noi_dung: quoteAt(view, span),
    },
  ]);
}
