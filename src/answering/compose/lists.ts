import type { Passage } from '../../document/passage.ts';
import type { Provision } from '../../document/provision.ts';
import { walkProvisions } from '../../document/provision.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { bigrams } from '../../vietnamese/tokens.ts';
import { headingsOf } from '../evidence/contexts.ts';
import { coverage, HEADINGS, matchesIn, shareHeld } from '../evidence/coverage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { tellingWeights } from '../evidence/telling-concepts.ts';
import { pairsIn, type TermSet } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { LIST_MARK } from '../verify/reading.ts';
import { announcing } from './announced.ts';
import { claim, type Draft, type DraftStatement, draft, MOST_LINES } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { composeNamedItems } from './named-items.ts';
import { composePassages, QUOTE, readable } from './passages.ts';
import { supportAt } from './support.ts';
import { composeMonitored, composeTargetGroups } from './target-groups.ts';
import { listTargets } from './target-list.ts';
import { accordingTo, documentName, quoted, shorten } from './wording.ts';

/** Words that ask for the parts of a document, not for what a sentence lists. */
const PARTS =
  /\b(?:nhom|nhiem vu|giai phap|muc|phan|chuong|dieu|noi dung|linh vuc|nhom chinh sach|phu luc|nhom chi tieu)\b/;

/** A complete list: the parts of a provision or the groups of a table when these are asked for, else the sentence that lists. */
export function composeList(understanding: Understanding, evidence: Evidence): Draft | null {
  const targets = composeMonitored(understanding, evidence) ?? listTargets(understanding, evidence.targets);
  if (targets !== null) return targets;
  const announced = enumerationDraft(understanding, evidence, 2);
  if (announced !== null) return announced;
  if (PARTS.test(understanding.folded)) {
    const parts = partsDraft(understanding, evidence);
    if (parts !== null) return parts;
  }
  const enumeration =
    composeNamedItems(understanding, evidence) ??
    headedDraft(understanding, evidence) ??
    enumerationDraft(understanding, evidence) ??
    partsDraft(understanding, evidence, TITLED);
  return enumeration ?? composePassages(understanding, evidence, { limit: QUOTE.list });
}

/** The list announced by a sentence that fits about as well as the best one; of several, one that announces the things asked for. */
function enumerationDraft({ folded }: Understanding, evidence: Evidence, least = 1): Draft | null {
  const [best, ...others] = readable(evidence.sentences);
  if (best === undefined || best.coverage < THRESHOLDS.sentence) return null;
  const rank = ({ item }: typeof best, i: number) => {
    const announces = announcing(item.text, folded);
    return announces === 2 || i < FIRST ? announces : 0;
  };
  const looked = [best, ...others.slice(0, LOOKED_AT)];
  /** "… có Báo cáo tổng hợp …. Báo cáo bao gồm các nội dung sau:": the sentences of a paragraph go on about one thing. */
  const heldBy = new Map<Passage, number>();
  for (const { item, coverage: held } of looked)
    heldBy.set(item.passage, Math.max(held, heldBy.get(item.passage) ?? 0));
  const fitting = looked
    .map((found, i) => ({ ...found, held: heldBy.get(found.item.passage) ?? 0, announces: rank(found, i) }))
    .filter(({ held, announces }) => {
      const behind = announces === 2 && least === 2 ? NAMED_BEHIND : THRESHOLDS.tie;
      return announces >= least && held >= Math.max(best.coverage - behind, THRESHOLDS.sentence);
    })
    .sort((a, b) => b.announces - a.announces || b.held - a.held);
  for (const { view, item } of fitting) {
    const statements = enumerationStatements(view, item);
    if (statements !== null) return draft('answered', statements);
  }
  return null;
}

/**
 * The items below the heading that holds most of what is asked: "Những phương thức nào" asks for the items below "2. Các
 * phương thức kiến nghị", "có mấy phòng" for those below "b) 06 phòng chuyên môn:".
 */
export function headedDraft(
  understanding: Understanding,
  evidence: Evidence,
  isMeant: (heading: Sentence) => boolean = () => true,
): Draft | null {
  const found = evidence.sentences.slice(0, LOOKED_AT);
  const headings = new Map(
    found.flatMap(({ view, item }) => {
      const heading = announces(item.passage) ? item.passage : view.headingOf(item.passage);
      return heading === null ? [] : [[heading, view] as const];
    }),
  );
  const question = new Set(bigrams(termsOf(understanding.folded)));
  const least = readable(evidence.sentences)[0]?.coverage ?? 0;
  const fitting = [...headings]
    .flatMap(([heading, view]) => view.sentences(heading).map((item) => ({ view, item })))
    .map((one) => ({ ...one, held: headingHeld(understanding, one.view, one.item) }))
    .filter(({ item, held }) => {
      const behind = isNamed(item.terms, question) ? NAMED_BEHIND : 0;
      if (announcing(item.text, understanding.folded) === 0) return false;
      return isMeant(item) && held >= Math.max(THRESHOLDS.sentence, least - behind);
    })
    .sort((a, b) => b.held - a.held);
  for (const { view, item } of fitting) {
    const statements = enumerationStatements(view, item);
    if (statements !== null) return draft('answered', statements);
  }
  return null;
}

/** A list that does not say what it lists is looked for among so many. */
const FIRST = 6;

/** A heading, or a line as short as one before a list: "2.3. Các đơn vị trực thuộc:". */
function announces({ kind, text }: Passage): boolean {
  return kind === 'heading' || (text.length <= SHORT && /:\s*$/u.test(text));
}

const SHORT = 120;

/** A heading whose own words the question mostly says is the one meant, though a sentence may hold somewhat more. */
const NAMED_BEHIND = 0.25;

function isNamed(heading: TermSet, question: ReadonlySet<string>): boolean {
  const pairs = [...pairsIn(heading)].filter((pair) => !/\d/.test(pair));
  return pairs.length > 0 && pairs.filter((pair) => question.has(pair)).length >= THRESHOLDS.sentence * pairs.length;
}

/** How many of the best sentences are looked at for the heading they stand under. */
const LOOKED_AT = 24;
/** Of what the title leaves unsaid the heading itself must hold so much, or some of it and nearly all with those above it. */
const TELLING = { alone: 0.5, some: 0.2, together: 0.8 };

function headingHeld(understanding: Understanding, view: DocumentView, { terms, passage }: Sentence): number {
  const { concepts } = understanding;
  const trail = headingsOf(view, passage.headingTrail);
  const telling = tellingWeights(understanding, view);
  const alone = shareHeld(telling, matchesIn(concepts, terms));
  const together = shareHeld(telling, matchesIn(concepts, terms, [{ terms: trail, weight: 1 }]));
  const completes = alone >= TELLING.some && together >= TELLING.together;
  if (alone < TELLING.alone && !completes) return 0;
  return coverage(concepts, terms, [
    { terms: view.titleTerms, weight: WHOLE },
    { terms: trail, weight: completes ? WHOLE : HEADINGS },
  ]);
}

/** What the whole document is about need not be said again by a heading. */
const WHOLE = 0.9;

/** A heading must hold so much of what is asked to be listed when parts are not asked for in so many words. */
const TITLED = 0.75;

/** The parts below the heading that fits best. */
export function partsDraft(
  understanding: Understanding,
  evidence: Evidence,
  least: number = THRESHOLDS.sentence,
): Draft | null {
  const targets = composeTargetGroups(understanding, evidence);
  if (targets !== null) return targets;
  const question = new Set(bigrams(termsOf(understanding.folded)));
  const scored = evidence.views.flatMap((view) =>
    [...walkProvisions(view.ingested.outline)]
      .filter((provision) => provision.title !== null && provision.children.length >= 2)
      .map((provision) => ({ view, provision, ...headingFit(view, provision, understanding, question) })),
  );
  if (understanding.concepts.every(({ label }) => OF_PARTS.test(label)) && !scored.some(({ named }) => named))
    return rootsDraft(evidence);
  const [best] = scored.sort((a, b) => b.score - a.score || a.length - b.length);
  if (best === undefined || best.score < least) return null;
  const { view, provision } = best;
  const found = evidence.sentences[0];
  if (found !== undefined && !best.named && found.coverage > best.score + SENTENCE_AHEAD) return null;
  return childrenDraft(view, provision);
}

/** The parts of a provision, counted, a part a line. */
export function childrenDraft(view: DocumentView, { children, path, title, headingSpan }: Provision): Draft {
  const name = title === null ? '' : ` (${title})`;
  return draft('answered', [
    claim(`${counted(children)}, ${accordingTo(view.document, path)}${name}:`, supportAt(view, headingSpan)),
    ...children.slice(0, MOST_LINES).map((child) => childStatement(view, child)),
  ]);
}

/** Words for the parts themselves: "mấy phần chính". */
const OF_PARTS = /^(?:chinh|lon|chu yeu|tat ca)$/;

/** Nothing but the document is named: its parts of the first level. */
function rootsDraft({ views }: Evidence): Draft | null {
  const [view, ...others] = views;
  if (view === undefined || others.length > 0 || view.ingested.outline.length < 2) return null;
  const roots = view.ingested.outline;
  const [first] = roots;
  if (first === undefined) return null;
  return draft('answered', [
    claim(`${counted(roots)}, theo ${documentName(view.document)}:`, supportAt(view, first.headingSpan)),
    ...roots.slice(0, MOST_LINES).map((root) => childStatement(view, root)),
  ]);
}

/** "5 mục"; of more than are shown "40 mục đầu", for a count is that of its lines. */
function counted({ length }: readonly unknown[]): string {
  return length > MOST_LINES ? `${MOST_LINES} mục đầu` : `${length} mục`;
}

/** A part by its title; one without a title by the text it begins with. */
function childStatement(view: DocumentView, child: Provision): DraftStatement {
  const mark = LIST_MARK.test(`${child.label} `) ? '' : '- ';
  if (child.title !== null) return claim(`${mark}${child.label} ${child.title}`, supportAt(view, child.headingSpan));
  const passage = view.ingested.passages.find(
    ({ span }) => span.start >= child.span.start && span.end <= child.span.end,
  );
  if (passage === undefined) return claim(child.label, supportAt(view, child.span));
  return claim(inQuotes(passage.text), supportAt(view, passage.span, passage.headingTrail));
}

/** A whole paragraph is the document's words, not the answer's: "1. “Xây dựng …”". */
function inQuotes(text: string): string {
  const label = LIST_MARK.exec(text)?.[0] ?? '';
  const said = quoted(
    shorten(
      text
        .slice(label.length)
        .trim()
        .replace(/[;.:]$/u, ''),
      220,
    ),
  );
  return label === '' ? said : `${label} ${said}`;
}

/** A sentence that holds so much more of what is asked than any heading lists it itself. */
const SENTENCE_AHEAD = 0.25;

/** How well a heading is the one meant: the question holds most of its words (named), or it holds what is asked. */
function headingFit(
  view: DocumentView,
  provision: Provision,
  understanding: Understanding,
  question: ReadonlySet<string>,
): { readonly score: number; readonly named: boolean; readonly length: number } {
  const heading = view.terms(provision, () => provision.title ?? '');
  const pairs = pairsIn(heading);
  const held = [...pairs].filter((pair) => question.has(pair)).length;
  const named = held >= 2 && held >= THRESHOLDS.sentence * pairs.size;
  const share = named ? held / pairs.size : 0;
  const titles = titlesAbove(view, provision);
  const above = [{ terms: view.terms(titles, () => titles.join(' . ')), weight: ABOVE }];
  return { named, length: pairs.size, score: Math.max(share, coverage(understanding.concepts, heading, above)) };
}

/** What the headings above say need not be said again; alone it counts less than by the heading that says it. */
const ABOVE = 0.85;

function titlesAbove({ provisions }: DocumentView, { path }: Provision): readonly string[] {
  return path.slice(1).flatMap((_, i) => provisions.get(path.slice(0, i + 1).join('/'))?.title ?? []);
}
