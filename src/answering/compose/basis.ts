import type { Reference } from '../../document/records.ts';
import { fold } from '../../vietnamese/fold.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { termSetOf } from '../evidence/term-set.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft } from './draft.ts';
import { readable } from './passages.ts';
import { supportAt } from './support.ts';
import { accordingTo, documentName, listInWords, referenceInWords } from './wording.ts';

/** Which document a plan implements, or refers to on the matter asked about. */
export function composeBasis(understanding: Understanding, evidence: Evidence): Draft | null {
  const fitting = evidence.views.flatMap((view) =>
    view.ingested.references
      .filter((reference) => isAsked(reference, understanding))
      .map((reference) => ({ view, reference })),
  );
  if (fitting.length === 0) return null;
  const [sentence] = readable(evidence.sentences);
  const nearest = fitting
    .map((item) => ({ ...item, score: scoreOf(item, understanding, sentence?.item.passage.span) }))
    .sort((a, b) => b.score - a.score);
  const [best] = nearest;
  if (best === undefined) return null;
  const { view } = best;
  const chosen = chosenReferences(best, nearest, understanding);
  const named = [...new Set(chosen.map(({ reference }) => referenceInWords(reference)))];
  return draft('answered', [
    claim(
      `${listInWords(named)}${best.reference.relation === 'based_on' ? ` là căn cứ của ${documentName(view.document)}` : `, được dẫn ${accordingTo(view.document, best.reference.provisionPath).replace(/^theo /u, 'tại ')}`}.`,
      ...chosen.map(({ reference }) => supportAt(view, reference.span, reference.headingTrail)),
    ),
  ]);
}

interface Scored {
  readonly view: DocumentView;
  readonly reference: Reference;
  readonly score: number;
}

/** One reference for each type asked; all of the sentence when several are asked for; the bases when nothing else is said. */
function chosenReferences(best: Scored, nearest: readonly Scored[], understanding: Understanding): readonly Scored[] {
  const types = understanding.askedDocumentTypes;
  if (types.length > 1) {
    const ofType = types.map((type) => nearest.find(({ reference }) => fold(reference.to.type ?? '') === type));
    return ofType.filter((item) => item !== undefined);
  }
  if (understanding.concepts.length === 0) return basesOf(best.view, nearest);
  if (!/ (?:nhung|cac) /.test(` ${understanding.folded} `)) return namedTogether(best, nearest);
  const beside = nearest.filter(
    ({ view, reference }) => view === best.view && reference.span.startLine === best.reference.span.startLine,
  );
  return [...new Map(beside.map((item) => [item.reference.to.number, item])).values()];
}

/** "Nghị định số 28/2012/NĐ-CP của Chính phủ, Nghị định số 20/2021/NĐ-CP …": what is named in one breath is one answer. */
function namedTogether(best: Scored, nearest: readonly Scored[]): readonly Scored[] {
  const ordered = nearest
    .filter(({ view, reference }) => view === best.view && reference.to.type === best.reference.to.type)
    .sort((a, b) => a.reference.span.start - b.reference.span.start);
  const at = ordered.indexOf(best);
  const joined = (i: number) => areJoined(ordered[i], ordered[i + 1]);
  let [first, last] = [at, at];
  while (joined(first - 1)) first -= 1;
  while (joined(last)) last += 1;
  return ordered.slice(first, last + 1);
}

/** Characters a joining comma or "và" may take between two references. */
const JOINT = 6;

function areJoined(one: Scored | undefined, next: Scored | undefined): boolean {
  if (one === undefined || next === undefined) return false;
  const gap = next.reference.span.start - one.reference.span.end;
  return gap >= 0 && gap <= JOINT && one.reference.to.number !== next.reference.to.number;
}

function isAsked(reference: Reference, understanding: Understanding): boolean {
  const types = understanding.askedDocumentTypes;
  if (types.length > 0 && (reference.to.type === null || !types.includes(fold(reference.to.type)))) return false;
  const years = understanding.years;
  return years.length === 0 || reference.to.issuedOn === null || years.includes(reference.to.issuedOn.slice(0, 4));
}

/** How well the words round a reference fit; being a basis of the document counts when nothing else is asked. */
function scoreOf(
  { view, reference }: { readonly view: DocumentView; readonly reference: Reference },
  understanding: Understanding,
  near: { readonly startLine: number; readonly endLine: number } | undefined,
): number {
  const sentence = view.ingested.passages.find(
    (passage) => passage.span.startLine <= reference.span.startLine && reference.span.endLine <= passage.span.endLine,
  );
  const words = view.terms(reference, () => `${sentence?.text ?? ''} . ${reference.headingTrail.join(' . ')}`);
  const year = understanding.years.some((asked) => reference.to.issuedOn?.startsWith(asked)) ? 0.3 : 0;
  const beside =
    near !== undefined && reference.span.startLine >= near.startLine && reference.span.endLine <= near.endLine
      ? 0.1
      : 0;
  const base = reference.relation === 'based_on' ? 0.15 : 0;
  const central = /trung uong/.test(understanding.folded) && /tw/i.test(fold(reference.to.number)) ? 0.2 : 0;
  const local = /tinh uy/.test(understanding.folded) && /tu$/i.test(fold(reference.to.number)) ? 0.2 : 0;
  return (
    coverage(understanding.concepts, words) +
    year +
    beside +
    base +
    central +
    local +
    0.2 * coverage(understanding.concepts, termSetOf(reference.quote))
  );
}

function basesOf<T extends { readonly view: DocumentView; readonly reference: Reference }>(
  view: DocumentView,
  items: readonly T[],
): readonly T[] {
  const bases = items.filter((item) => item.view === view && item.reference.relation === 'based_on');
  const byNumber = new Map(bases.map((item) => [item.reference.to.number, item]));
  return byNumber.size === 0 ? items.slice(0, 1) : [...byNumber.values()].slice(0, 4);
}
