import { type Provision, walkProvisions } from '../../document/provision.ts';
import { fold } from '../../vietnamese/fold.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { findProvisionMention, isAllAsked } from '../understand/provision-mention.ts';
import type { Understanding } from '../understand/understanding.ts';
import { composeNotFound } from './decline.ts';
import { claim, type Draft, draft, MOST_LINES } from './draft.ts';
import { childrenDraft } from './lists.ts';
import { QUOTE } from './passages.ts';
import { supportAt } from './support.ts';
import { accordingTo, quoted, shorten, upperFirst } from './wording.ts';

/** "Mục III.2 Kế hoạch 9491 quy định gì?": what stands in the part named; null when more or another thing is asked. */
export function composeProvision(understanding: Understanding, evidence: Evidence): Draft | null {
  const mention = findProvisionMention(understanding.folded);
  const [view, ...others] = evidence.views;
  if (view === undefined || others.length > 0) return null;
  if (mention === null) {
    const titled = understanding.intent === 'definition' ? null : provisionTitled(view, understanding);
    return titled === null ? null : provisionDraft(view, titled);
  }
  if (!isAllAsked(mention, understanding.concepts)) return null;
  const provision = provisionAt(view, mention.path);
  return provision === null ? composeNotFound(understanding, evidence) : provisionDraft(view, provision);
}

/** "Mục tiêu chung của kế hoạch là gì?": the part whose whole title the question says, when it asks for nothing else. */
function provisionTitled({ ingested }: DocumentView, { folded, concepts }: Understanding): Provision | null {
  const named = titlesIn(ingested.outline).filter(({ words }) => ` ${folded} `.includes(` ${words.join(' ')} `));
  const [best, next] = named.toSorted((a, b) => b.words.length - a.words.length);
  if (best === undefined || best.words.length === next?.words.length) return null;
  const said = new Set(best.words);
  return concepts.every(({ label }) => label.split(' ').every((word) => said.has(word))) ? best.provision : null;
}

interface Titled {
  readonly provision: Provision;
  /** The folded terms of its title. */
  readonly words: readonly string[];
}

/** The parts of a document whose titles tell them from others; read once. */
function titlesIn(outline: readonly Provision[]): readonly Titled[] {
  const known = TITLES.get(outline);
  if (known !== undefined) return known;
  const titled = [...walkProvisions(outline)]
    .map((provision) => ({ provision, words: termsOf(provision.title ?? '') }))
    .filter(({ words }) => words.length >= TITLE_WORDS || GENERAL.has(words.join(' ')));
  TITLES.set(outline, titled);
  return titled;
}

const TITLES = new WeakMap<readonly Provision[], readonly Titled[]>();

/** A title of fewer words is said by chance, but for what only titles say. */
const TITLE_WORDS = 3;
const GENERAL: ReadonlySet<string> = new Set(['muc dich', 'yeu cau', 'quan diem', 'nguyen tac', 'pham vi']);

function provisionDraft(view: DocumentView, provision: Provision): Draft | null {
  return provision.children.length > 1 ? childrenDraft(view, provision) : textDraft(view, provision);
}

/** The one provision whose path ends in the labels; of several the only one nearest the root. */
function provisionAt({ ingested }: DocumentView, labels: readonly string[]): Provision | null {
  const fitting = [...walkProvisions(ingested.outline)]
    .filter(({ path }) => labels.every((label, at) => labelOf(path.at(at - labels.length)) === label))
    .toSorted((a, b) => a.path.length - b.path.length);
  const [first, second] = fitting;
  if (first === undefined || first.path.length === second?.path.length) return null;
  return first;
}

/** "Điều 3" and "3", folded, are one label. */
function labelOf(part: string | undefined): string | undefined {
  return part === undefined ? undefined : fold(part).split(' ').at(-1);
}

function textDraft(view: DocumentView, provision: Provision): Draft | null {
  const passages = view.ingested.passages.filter(
    ({ span, kind }) => kind !== 'heading' && span.start >= provision.span.start && span.end <= provision.span.end,
  );
  const [first, ...rest] = passages;
  if (first === undefined) return null;
  const from = upperFirst(accordingTo(view.document, provision.path));
  return draft('answered', [
    claim(`${from}: ${quoted(shorten(first.text, QUOTE.list))}.`, supportAt(view, first.span, first.headingTrail)),
    ...rest
      .slice(0, MOST_LINES - 1)
      .map((passage) =>
        claim(
          `- ${shorten(withoutMark(passage.text), QUOTE.answer)}`,
          supportAt(view, passage.span, passage.headingTrail),
        ),
      ),
  ]);
}

function withoutMark(text: string): string {
  return text.replace(/^[-–+•]\s+/u, '');
}
