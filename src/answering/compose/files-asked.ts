import type { Passage } from '../../document/passage.ts';
import { headingsOf } from '../evidence/contexts.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft } from './draft.ts';
import { enumerationStatements, itemsBelow } from './enumerations.ts';

/** "Phải nộp những giấy tờ gì?": the list below "3. Hồ sơ đề nghị hỗ trợ" of the procedure asked about. */
export function composeFiles(understanding: Understanding, evidence: Evidence): Draft | null {
  if (!understanding.needs.includes('procedure') || !ASKS_FOR_FILES.test(` ${understanding.folded} `)) return null;
  const about = understanding.concepts.filter(({ label }) => !OF_FILES.test(label));
  const [best] = evidence.views
    .flatMap((view) =>
      view.ingested.passages
        .filter((passage) => FILES.test(passage.text) && opens(passage) && itemsBelow(view, passage).length > 0)
        .map((passage) => ({ view, passage, held: coverage(about, termSetOf(passage.text), around(view, passage)) })),
    )
    .sort((a, b) => b.held - a.held);
  if (best === undefined || best.held < THRESHOLDS.target) return null;
  const [opening] = best.view.sentences(best.passage);
  const statements = opening === undefined ? null : enumerationStatements(best.view, opening);
  return statements === null ? null : draft('answered', statements);
}

const ASKS_FOR_FILES = / (?:giay to|ho so) (?:[a-z]+ ){0,6}(?:gi|nao) /;
/** Words for the files themselves and for handing them in. */
const OF_FILES = /^(?:ho so|giay to|giay|to|nop|phai|phai nop|can|xin)$/;
/** A heading of files, and none of how many copies there are or where they go. */
const FILES = /^(?:[\p{L}\d().+-]{1,6}\s+)?(?:Thành phần(?:, số lượng)? hồ sơ|Hồ sơ|Giấy tờ)(?!\p{L})[^.;]{0,120}$/u;

function opens({ kind, text }: Passage): boolean {
  return kind === 'heading' || /:\s*$/u.test(text);
}

function around(view: DocumentView, { headingTrail }: Passage) {
  return [
    { terms: view.titleTerms, weight: TITLE },
    { terms: headingsOf(view, headingTrail), weight: ABOVE },
  ];
}

/** The procedure is named by the title or the headings above, seldom by the heading of its files. */
const TITLE = 0.9;
const ABOVE = 0.95;
