import type { Passage } from '../../document/passage.ts';
import { headingsOf } from '../evidence/contexts.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, type DraftStatement, draft, MOST_LINES } from './draft.ts';
import { enumerationStatements, itemsBelow } from './enumerations.ts';
import { QUOTE, sentenceStatement } from './passages.ts';

/** A field that every published procedure has under the same label, and how people ask for it (folded, between spaces). */
interface Field {
  readonly asks: RegExp;
  readonly label: RegExp;
}

const LABEL = '^(?:[\\p{L}\\d().+*-]{1,6}\\s+)?';

/** Read in this order: how files are sent is asked in the words of the files. */
const FIELDS: readonly Field[] = [
  {
    asks: / (?:ho so|thu tuc|don) (?:[a-z0-9]+ ){0,30}(?:bang|qua|theo) (?:nhung |cac |may )?(?:cach|hinh thuc|phuong thuc|duong)(?: thuc)? (?:nao|gi) | cach thuc (?:thuc hien|nop|gui) |^ (?:hinh thuc|phuong thuc) (?:nop|gui) (?:ho so|don) /,
    label: new RegExp(
      `${LABEL}(?:Cách thức thực hiện|(?:Cách thức|Phương thức|Hình thức) (?:nộp|gửi|tiếp nhận))(?!\\p{L})`,
      'u',
    ),
  },
  {
    asks: / thu tuc (?:[a-z0-9]+ ){1,30}(?:may|bao nhieu|trong bao) (?:ngay|lau|gio|thang) | (?:may|bao nhieu) ngay (?:[a-z]+ ){0,6}thu tuc | thu tuc (?:[a-z0-9]+ ){1,30}bao lau /,
    label: new RegExp(`${LABEL}(?:Thời hạn|Thời gian) (?:giải quyết|thực hiện)(?!\\p{L})`, 'u'),
  },
  {
    asks: / thu tuc (?:[a-z0-9]+ ){1,30}(?:le phi|phi|tien|dong|nop) (?:[a-z]+ ){0,6}(?:bao nhieu|khong|ko|gi) /,
    label: new RegExp(`${LABEL}(?:Phí, lệ phí|Lệ phí|Phí)(?!\\p{L})`, 'u'),
  },
  {
    asks: / ket qua (?:cua |thuc hien |giai quyet )*thu tuc (?:[a-z0-9]+ ){0,30}(?:gi|nao) /,
    label: new RegExp(`${LABEL}Kết quả (?:thực hiện|giải quyết) thủ tục(?!\\p{L})`, 'u'),
  },
  {
    asks: / (?:ai|doi tuong nao) (?:duoc |phai |co the )?(?:lam|thuc hien) thu tuc /,
    label: new RegExp(`${LABEL}Đối tượng thực hiện(?!\\p{L})`, 'u'),
  },
  {
    asks: / (?:phai |can )?nop (?:nhung |cac )?(?:giay to|ho so) (?:[a-z]+ ){0,6}(?:gi|nao) | giay to (?:[a-z]+ ){0,6}(?:gi|nao) | ho so (?:[a-z0-9]+ ){0,24}(?:gom|can) (?:co )?(?:nhung )?(?:giay to )?(?:gi|nao) | ho so (?:gi|nao) /,
    label: new RegExp(`${LABEL}(?:Thành phần(?:, số lượng)? hồ sơ|Hồ sơ|Giấy tờ)(?!\\p{L})[^.;]{0,120}$`, 'u'),
  },
];

/** "Phải nộp những giấy tờ gì?", "gửi hồ sơ bằng cách nào?": the field of that label of the procedure asked about; null where none fits. */
export function composeProcedureField(understanding: Understanding, evidence: Evidence): Draft | null {
  const field = FIELDS.find(({ asks }) => asks.test(` ${understanding.folded} `));
  if (field === undefined) return null;
  const about = understanding.concepts.filter(({ label }) => !label.split(' ').every((word) => OF_FIELDS.has(word)));
  const fields = evidence.views
    .flatMap((view) =>
      view.ingested.passages
        .filter(({ kind, text }) => kind !== 'row' && field.label.test(text))
        .map((passage) => ({ view, passage, statements: stated(view, passage), held: heldOf(about, view, passage) })),
    )
    .filter(({ statements }) => statements.length > 0)
    .sort((a, b) => b.held - a.held);
  const [best] = fields;
  if (best === undefined || best.held < THRESHOLDS.sentence) return null;
  const beside = fields.filter(
    ({ view, passage }) => passage === best.passage || (view === best.view && isPartWith(best.passage, passage, field)),
  );
  const inOrder = beside.sort((a, b) => a.passage.span.start - b.passage.span.start);
  return draft('answered', inOrder.flatMap(({ statements }) => statements).slice(0, MOST_LINES));
}

/** "(1) Hồ sơ cấp xã gồm: …", "(2) Hồ sơ cấp tỉnh gồm: …": parts of one field are given together. */
function isPartWith({ headingTrail: a }: Passage, { headingTrail: b }: Passage, { label }: Field): boolean {
  return label.test(a.at(-1) ?? '') && a.length === b.length && a.every((heading, i) => heading === b[i]);
}

/** Words for the fields themselves and for handing files in. */
const OF_FIELDS: ReadonlySet<string> = new Set(
  'ho so giay to nop gui phai can xin bang qua theo cach thuc hinh phuong nhung cac thu tuc ket qua cua lam thuc hien duoc gom doi tuong duong mat may ngay bao lau nhieu le phi'.split(
    ' ',
  ),
);

/** The list below the label, or what stands beside it; nothing where the label opens neither, or several lists. */
function stated(view: DocumentView, passage: Passage): readonly DraftStatement[] {
  const [opening, ...more] = view.sentences(passage);
  if (opening === undefined) return [];
  if (passage.kind === 'heading' || /:\s*$/u.test(passage.text)) {
    const mixes = itemsBelow(view, passage).some(
      ({ kind, text, provisionPath }) =>
        /:\s*$/u.test(text) || (kind === 'bullet' && provisionPath.length > passage.provisionPath.length),
    );
    return mixes ? [] : (enumerationStatements(view, opening) ?? []);
  }
  return /:\s+\p{L}/u.test(opening.text)
    ? [opening, ...more].slice(0, 2).map((sentence) => sentenceStatement(view, sentence, [], QUOTE.list))
    : [];
}

function heldOf(about: Understanding['concepts'], view: DocumentView, { text, headingTrail }: Passage): number {
  return coverage(about, termSetOf(text), [
    { terms: view.titleTerms, weight: TITLE },
    { terms: headingsOf(view, headingTrail), weight: ABOVE },
  ]);
}

/** The procedure is named by the title or the headings above, seldom by the label of a field. */
const TITLE = 0.9;
const ABOVE = 0.95;
