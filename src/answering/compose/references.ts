import { quotable } from '../../document/quotable.ts';
import type { Reference } from '../../document/records.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { type DocumentMention, fitsNumber } from '../understand/document-mentions.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft } from './draft.ts';
import { supportOfSentence } from './support.ts';
import { accordingTo, quoted, shorten } from './wording.ts';

/** What the documents say of a document that is not here but is spoken of in them: its day, issuer and subject. */
export function composeReference(understanding: Understanding, evidence: Evidence): Draft | null {
  for (const mention of understanding.mentions) {
    const found = evidence.views.flatMap((view) => telling(view, mention));
    const best = found.sort((a, b) => b.detail - a.detail)[0];
    if (best === undefined) continue;
    const { view, reference, sentence } = best;
    const text = shorten(fromReference(sentence.text, reference), SHOWN);
    return draft('answered', [
      claim(
        `${[reference.to.type ?? 'Văn bản', reference.to.number].join(' ')} được nêu ${accordingTo(view.document, sentence.passage.provisionPath).replace(/^theo /u, 'tại ')}: ${quoted(text)}.`,
        supportOfSentence(view, sentence),
      ),
    ]);
  }
  return null;
}

const SHOWN = 320;

interface Telling {
  readonly view: DocumentView;
  readonly reference: Reference;
  readonly sentence: Sentence;
  readonly detail: number;
}

/** The places that speak of the document, those that print most of it first. */
function telling(view: DocumentView, mention: DocumentMention): Telling[] {
  return view.ingested.references
    .filter(({ to }) => isMeant(to, mention))
    .flatMap((reference) => {
      const passage = view.ingested.passages.find(
        ({ span, kind }) => kind !== 'heading' && span.start <= reference.span.start && reference.span.end <= span.end,
      );
      const sentence =
        passage === undefined
          ? undefined
          : view.sentences(passage).find(({ text }) => text.includes(printed(reference)));
      if (sentence === undefined) return [];
      const { issuedOn, issuer } = reference.to;
      return [{ view, reference, sentence, detail: (issuedOn === null ? 0 : 1) + (issuer === null ? 0 : 1) }];
    });
}

function isMeant(to: Reference['to'], mention: DocumentMention): boolean {
  return (
    fitsNumber(mention, to.number) &&
    (mention.type === null || to.type === null || fold(mention.type) === fold(to.type))
  );
}

/** The clause of the sentence from where it speaks of the document. */
function fromReference(text: string, reference: Reference): string {
  const [clause = ''] = text.slice(Math.max(0, text.indexOf(printed(reference)))).split(/[;.](?=\s|$)/u);
  return clause;
}

/** The reference as sentences print it. */
function printed({ quote }: Reference): string {
  return quotable(quote);
}
