import { coverage } from '../evidence/coverage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Concept } from '../understand/concept.ts';
import { accordingTo } from './wording.ts';

/**
 * Where a sentence stands, with the heading right above it where that names a field or a body or says part of what is
 * asked: "theo mục A.4 Nghị quyết … (Đối tượng giảm 50% mức phí)" before "Học sinh, sinh viên …".
 */
export function placeInWords(view: DocumentView, sentence: Sentence, concepts: readonly Concept[]): string {
  const where = accordingTo(view.document, sentence.passage.provisionPath);
  const heading = view.headingOf(sentence.passage);
  const said = heading?.text.replace(LABEL, '').replace(/[\s:.;]+$/u, '') ?? '';
  if (heading === null || said === '' || said.length > LONGEST) return where;
  const above = view.terms(heading, () => heading.text);
  const adds = coverage(concepts, sentence.terms, [{ terms: above, weight: 1 }]) - coverage(concepts, sentence.terms);
  return adds < GAIN && !FIELD.test(said) ? where : `${where} (${said})`;
}

const LABEL = /^(?:Điều \d+\.|Chương [IVX]+\.?|[A-ZĐ]\.|[IVXLC]+\.|\d+(?:\.\d+)*\.|[a-zđ]\))\s*/u;
/** What stands under the name of a field often has no predicate of its own, and a task under that of a body no subject. */
const FIELD =
  /^(?:các )?(?:đối tượng|mức|thời gian|thời hạn|ngày|hình thức|điều kiện|nguyên tắc|đơn vị|cơ quan|phạm vi|nguồn|hồ sơ|trường hợp|sở|ban|ngành|ủy ban|uỷ ban|ubnd|xã|phường|hội|chi cục|công an)(?!\p{L})/iu;
const LONGEST = 100;
/** Share of what is asked that the heading must add. */
const GAIN = 0.1;
