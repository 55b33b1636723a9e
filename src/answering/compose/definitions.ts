import { fold } from '../../vietnamese/fold.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft } from './draft.ts';
import { supportOfSentence } from './support.ts';
import { accordingTo } from './wording.ts';

/** What an abbreviation stands for, where the document itself says so. */
export function composeDefinition(understanding: Understanding, evidence: Evidence): Draft | null {
  const asked = new Set(understanding.folded.split(' '));
  for (const view of evidence.views) {
    const defined = view.document.abbreviations.find(({ short }) => asked.has(fold(short)));
    if (defined === undefined) continue;
    const sentence = view.ingested.passages
      .flatMap((passage) => view.sentences(passage))
      .find(({ text }) => text.includes(defined.short) && text.includes(defined.full));
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
