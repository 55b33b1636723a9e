import type { Concept } from './concept.ts';
import { MONITORING } from './intent.ts';
import type { DocumentScope, Intent, Understanding } from './understanding.ts';

/** Openings and pronouns that lean on what was said before. */
const LEANING =
  /^(?:the|vay|con|the con|vay con|va|roi|trong do|o do|cai do|cai nay|viec do|viec nay|ong ay|ba ay|ong nay|nguoi do|moc|den|nam|so do|co quan do|so nay|tinh do|no|neu|con lai|rieng|ai nua|khi nao|bao gio|o dau|bao nhieu)(?: |$)| (?:do|nay|ay|tren|vua roi|vua neu|noi tren|thi sao|thi the nao|con sao)(?: |$)/;

/** What a concept taken over from the question before still weighs. */
const BACKGROUND = 0.5;

/** Completes a question that leans on the one before it; one that stands alone is returned as it is. */
export function resolveFollowUp(asked: Understanding, before: Understanding): Understanding {
  if (!leans(asked) || isConduct(asked)) return asked;
  if (asksWhoThatIs(asked, before))
    return { ...before, question: standalone(asked, before), aspect: 'signer_position' };
  const own = asksWhoMonitors(asked, before) ? { ...asked, intent: 'monitor' as const, concepts: [] } : asked;
  const replaces = own.concepts.length > 0;
  const scope = continued(own.scope, before.scope);
  const intent = own.certain && !isVague(own) ? own.intent : isConduct(before) ? own.intent : before.intent;
  return {
    ...own,
    question: standalone(own, before),
    intent,
    aspect: intent === own.intent ? own.aspect : before.aspect,
    scope,
    years: own.years.length > 0 ? own.years : own.nextPeriod ? [] : before.years,
    needs: [...new Set([...own.needs, ...(replaces ? [] : before.needs)])],
    concepts: replaces ? own.concepts : before.concepts,
    background: replaces ? lighten([...before.concepts, ...before.background], own.concepts) : before.background,
    passedYears: own.nextPeriod ? before.years : [],
    mentions: own.mentions.length > 0 ? own.mentions : before.mentions,
    askedUnit: own.askedUnit ?? before.askedUnit,
    numbered: own.numbered.length > 0 || replaces ? own.numbered : before.numbered,
    agencies: own.agencies.length > 0 ? own.agencies : before.agencies,
    askedDocumentTypes: own.askedDocumentTypes.length > 0 ? own.askedDocumentTypes : before.askedDocumentTypes,
  };
}

/** A type or a year said alone narrows the documents spoken of before; a province or a number begins anew. */
function continued(own: DocumentScope, before: DocumentScope): DocumentScope {
  if (own.unknownProvinces.length > 0 || own.provinces.length > 0) return own;
  if (!own.named) return before;
  const ids = own.ids.filter((id) => before.ids.includes(id));
  return ids.length === 0 ? own : { ...own, ids, provinces: before.provinces };
}

/** "Ông đó là ai?" after the name of a signer asks for the office. */
function asksWhoThatIs({ folded }: Understanding, { aspect }: Understanding): boolean {
  return (
    aspect === 'signer' &&
    /^(?:the |vay )?(?:ong|ba|nguoi|vi|dong chi)(?: ta| (?:do|ay|nay|kia))* la (?:ai|gi)(?= |$)/.test(folded)
  );
}

/** "Cơ quan nào theo dõi?" after a figure asks for the body that monitors it. */
function asksWhoMonitors(own: Understanding, before: Understanding): boolean {
  return own.intent === 'lead' && OF_FIGURES.has(before.intent) && MONITORING.test(` ${own.folded} `);
}

const OF_FIGURES: ReadonlySet<Intent> = new Set<Intent>(['target', 'compare', 'monitor']);

/** Short, or opened by a leaning word, and lacking subject, intent or place of its own. */
function leans(own: Understanding): boolean {
  const words = own.folded.split(' ').length;
  const whole = own.concepts.length > 0 && own.scope.named && own.certain;
  if (whole && words > 6 && !LEANING.test(own.folded)) return false;
  return LEANING.test(own.folded) || words <= 6 || !own.scope.named;
}

function isConduct(understanding: Understanding): boolean {
  return ['smalltalk', 'injection', 'out_of_scope'].includes(understanding.intent);
}

/** "thì bao nhiêu", "thế nào" alone say nothing about what kind of thing is asked. */
function isVague(own: Understanding): boolean {
  return own.concepts.length === 0 && /(?:the nao|ra sao|thi sao)$/.test(own.folded);
}

function lighten(concepts: readonly Concept[], own: readonly Concept[]): Concept[] {
  const said = new Set(own.map((concept) => concept.label));
  return concepts
    .filter((concept) => !said.has(concept.label))
    .map((concept) => ({ ...concept, weight: concept.weight * BACKGROUND }));
}

/** The question with what it took over, in words: shown to the reader and used by a language model. */
function standalone(own: Understanding, before: Understanding): string {
  return `${own.question.trim()} (tiếp theo câu: “${before.question.replace(/ \(tiếp theo câu: “.*$/su, '').trim()}”)`;
}
