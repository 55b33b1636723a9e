import { fold } from '../../vietnamese/fold.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { definedSubject, explainsAsked } from '../evidence/defined-subject.ts';
import type { Sentence } from '../evidence/document-view.ts';
import { type Evidence, exchanged } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { composePassages, sentenceStatement } from './passages.ts';
import { supportOfSentence } from './support.ts';
import { accordingTo } from './wording.ts';

/** What an abbreviation stands for, where the document itself says so, in so many words or in brackets behind the full form. */
export function composeDefinition(understanding: Understanding, evidence: Evidence): Draft | null {
  const explained = explainedTerm(understanding, evidence);
  if (explained !== null) return explained;
  const asked = new Set(understanding.folded.split(' '));
  for (const view of evidence.views) {
    const sentences = view.ingested.passages.flatMap((passage) => view.sentences(passage));
    const defined =
      view.document.abbreviations.find(({ short }) => asked.has(fold(short))) ?? inBrackets(sentences, asked);
    if (defined === null) continue;
    const sentence = sentences.find(({ text }) => text.includes(defined.short) && text.includes(defined.full));
    if (sentence === undefined) continue;
    return draft('answered', [
      claim(
        `${defined.short} là viết tắt của “${defined.full}”, ${accordingTo(view.document, sentence.passage.provisionPath)}.`,
        supportOfSentence(view, sentence),
      ),
    ]);
  }
  return null;
}

/** "Khu vực TOD là gì?": the sentence that begins with the longest term asked for and says what it is. */
export function explainedTerm({ folded }: Understanding, { views }: Evidence): Draft | null {
  const found = views.flatMap((view) =>
    view.ingested.passages
      .flatMap((passage) => (passage.kind === 'row' ? [] : view.sentences(passage)))
      .filter(({ text }) => explainsAsked(text, folded) && isWholeTerm(definedSubject(text) ?? '', folded))
      .map((sentence) => ({ view, sentence, length: definedSubject(sentence.text)?.length ?? 0 })),
  );
  const [best] = found.sort((a, b) => b.length - a.length);
  if (best === undefined) return null;
  const { view, sentence } = best;
  return draft('answered', enumerationStatements(view, sentence) ?? [sentenceStatement(view, sentence, [])]);
}

/** "Hộ nghèo A là gì?" asks for more than "hộ nghèo": what follows the term carries the question. */
function isWholeTerm(subject: string, folded: string): boolean {
  const [, ...behind] = ` ${folded} `.split(` ${subject} `);
  return behind.some((rest) =>
    /^(?:$|(?:la|nghia|duoc|co|trong|o|cua|theo|thi|gom|bao|do|tai|ma|khac|noi)(?: |$))/.test(rest),
  );
}

/** "mô hình thông tin công trình (BIM)": as many words before the brackets as could make the abbreviation. */
function inBrackets(
  sentences: readonly Sentence[],
  asked: ReadonlySet<string>,
): { readonly short: string; readonly full: string } | null {
  for (const { text } of sentences) {
    for (const match of text.matchAll(/\((?:[^()]{0,60}[–-]\s*)?(\p{Lu}[\p{Lu}\d&-]{1,9})\)/gu)) {
      const [, short = ''] = match;
      if (!asked.has(fold(short))) continue;
      const before =
        text
          .slice(0, match.index)
          .trim()
          .split(/[,;:.(]\s*/u)
          .at(-1) ?? '';
      const full = before.split(/\s+/u).slice(-MOST_WORDS).join(' ');
      if (full !== '') return { short, full };
    }
  }
  return null;
}

const MOST_WORDS = 8;

/** A sentence that says what something is or consists of. */
export function explaining(understanding: Understanding, evidence: Evidence): Draft | null {
  const [subject] = understanding.concepts.toSorted((a, b) => b.weight - a.weight);
  if (subject === undefined) return null;
  const terms = subject.forms.map((form) => form.terms.join(' ')).join('|');
  const explains = new RegExp(
    `(?:^| )(?:${terms}) (?:[a-z]+ ){0,14}(?:la|gom|bao gom|duoc hieu|nghia la|ve|do|nham|dung de)(?= [a-z])`,
  );
  const sentences = evidence.sentences.filter(
    ({ item }) => item.passage.kind !== 'row' && explains.test(termsOf(item.text).join(' ')),
  );
  return composePassages(understanding, exchanged(evidence, { sentences }), { most: 1 });
}
