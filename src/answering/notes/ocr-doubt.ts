import lexicon from '../../../seeds/lexicon/ocr-slips.json' with { type: 'json' };
import type { Note } from '../answer.ts';
import { quoteAt } from '../evidence/document-view.ts';
import type { Subject } from './subject.ts';

/**
 * A quoted passage holds a word that copies are known to misread. The quote stays as printed, so the note says what is
 * meant. Copies made by machine are not always marked as such; the slips are no sense in any text.
 */
export function ocrDoubtNotes({ draft }: Subject): readonly Note[] {
  const quotes = draft.statements.flatMap(({ supports }) => supports.map(({ view, span }) => quoteAt(view, span)));
  const found = lexicon.slips.filter(({ printed }) => quotes.some((quote) => quote.includes(printed)));
  return found.map(({ printed, meant }) => ({
    kind: 'ocr_doubt',
    text: `Bản đang có in “${printed}”, có lẽ là “${meant}” do nhận dạng chữ sai; câu trích giữ nguyên như bản in.`,
    basis: null,
  }));
}
