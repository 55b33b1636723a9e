import type { Passage } from '../../document/passage.ts';
import { type Provision, walkProvisions } from '../../document/provision.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { bigrams } from '../../vietnamese/tokens.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { pairsIn } from '../evidence/term-set.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { childrenDraft } from './lists.ts';
import { QUOTE, sentenceStatement } from './passages.ts';

/** "Tầm nhìn đến năm 2050 là gì?", "Mục tiêu cụ thể gồm những gì?", "mục đích của kế hoạch": what stands below the heading that the question names. */
export function composeHeaded(understanding: Understanding, evidence: Evidence): Draft | null {
  if (understanding.certain && !ASKS_WHAT.test(` ${understanding.folded} `)) return null;
  const question = new Set(bigrams(termsOf(understanding.folded)));
  const named = evidence.views.flatMap((view) =>
    [...walkProvisions(view.ingested.outline)].flatMap((provision) => {
      const fit = headingFit(view, provision, understanding, question);
      return fit === null ? [] : [{ view, provision, fit }];
    }),
  );
  const [best] = named.sort((a, b) => b.fit - a.fit);
  return best === undefined ? null : below(best.view, best.provision);
}

/** What a document is there for, as the part that it heads "Mục đích" says; null where it has none. */
export function composePurpose({ views: [view, ...others] }: Evidence): Draft | null {
  if (view === undefined || others.length > 0) return null;
  const part = [...walkProvisions(view.ingested.outline)].find(({ title }) => /^mục đích$/iu.test(title?.trim() ?? ''));
  return part === undefined ? null : below(view, part);
}

const ASKS_WHAT = / (?:la (?:nhung )?gi|(?:gom|bao gom) (?:nhung )?gi) /;

/** How many pairs of words a heading of some length shares with the question that says nearly all of it; null where it does not. */
function headingFit(
  view: DocumentView,
  provision: Provision,
  { concepts, folded }: Understanding,
  question: ReadonlySet<string>,
): number | null {
  const heading = view.terms(provision, () => (provision.title ?? '').replace(YEARS, ''));
  if (heading.size === 2 && isAskedByName(pairsIn(heading), folded)) return ONE_PAIR;
  const pairs = [...pairsIn(heading)].filter((pair) => !/\d/.test(pair));
  const shared = pairs.filter((pair) => question.has(pair)).length;
  if (pairs.length < 2 || shared < NEARLY_ALL * pairs.length) return null;
  const held = concepts.length === 0 ? 1 : coverage(concepts, heading, [{ terms: view.titleTerms, weight: TITLE }]);
  return held < LEFT_UNSAID ? null : shared + held;
}

/** "3. Tầm nhìn đến năm 2050": the years say of when, not of what. */
const YEARS = /\s+(?:đến|năm|giai đoạn|cho)(?: năm| giai đoạn)? (?:19|20)\d\d.*$/iu;

/** "Có tầm nhìn gì về …", "mục đích là gì": a heading of two words is meant only where just those ask. */
function isAskedByName(pairs: ReadonlySet<string>, folded: string): boolean {
  return [...pairs].some((pair) => ` ${folded} `.includes(` ${pair.replace('_', ' ')} gi `));
}

const ONE_PAIR = 1;

const NEARLY_ALL = 0.75;
/** What the title says of the subject need not be said by the heading; more than so much of the question may not be left over. */
const TITLE = 0.95;
const LEFT_UNSAID = 0.7;

/** The parts of a heading, its items, or its one paragraph. */
function below(view: DocumentView, provision: Provision): Draft | null {
  if (provision.children.length >= 2) return childrenDraft(view, provision);
  const path = provision.path.join('/');
  const own = view.ingested.passages.filter((passage) => passage.provisionPath.join('/') === path);
  const heading = own.find(({ kind }) => kind === 'heading');
  const [opening] = heading === undefined ? [] : view.sentences(heading);
  const items = opening === undefined ? null : enumerationStatements(view, opening);
  if (items !== null) return draft('answered', items);
  const [text] = own.filter((passage) => isText(passage));
  if (text === undefined) return null;
  const announced = view.sentences(text).flatMap((sentence) => enumerationStatements(view, sentence) ?? []);
  if (announced.length > 0) return draft('answered', announced);
  return draft(
    'answered',
    view
      .sentences(text)
      .slice(0, 2)
      .map((sentence) => sentenceStatement(view, sentence, [], QUOTE.list)),
  );
}

function isText({ kind }: Passage): boolean {
  return kind === 'paragraph' || kind === 'bullet';
}
