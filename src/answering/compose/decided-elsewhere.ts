import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { clausesOf } from '../evidence/sentences.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type DraftStatement } from './draft.ts';
import { fittingClauses, wanted } from './passages.ts';
import { supportOfSentence } from './support.ts';
import { accordingTo, quoted, upperFirst } from './wording.ts';

/**
 * "Ai quyết định công nhận …?" where a department is charged to "thẩm định, trình Chủ tịch … quyết định công nhận": it only
 * lays before another what that one decides, so the sentence is said and not the department. Null for other tasks.
 */
export function decidedElsewhere(
  best: Evidence['assignments'][number] | undefined,
  action: string | null,
  understanding: Understanding,
): DraftStatement | null {
  if (best === undefined || best.sentence === null || action === null || !DECIDING.has(action)) return null;
  const folded = ` ${termsOf(best.sentence.text).join(' ')} `;
  const isLaid = new RegExp(`${LAYING}(?:[a-z]+ ){2,16}${action} `).test(folded);
  const isGoneOn = OPENS_LAYING.test(folded) && folded.includes(` ${action} `);
  return isLaid || isGoneOn ? decidedStatement(best.view, best.sentence, understanding) : null;
}

const DECIDING: ReadonlySet<string> = new Set(['quyet dinh', 'phe duyet', 'ban hanh', 'cap phep', 'thanh lap']);
const LAYING = ' (?:trinh|tham muu|giup|de nghi|de xuat) ';
/** "b) Tham mưu, trình Chủ tịch …": whatever follows is laid before him. */
const OPENS_LAYING =
  /^ (?:[a-z0-9]{1,2} )?(?:[a-z]+ ){0,3}?(?:tham muu |tham dinh )?(?:giup|trinh|de nghi|de xuat) (?=uy ban|ubnd|chu tich|hoi dong|hdnd|giam doc|thu tuong|bo )/;

/** Before whom is said where the sentence begins, what he decides perhaps further on. */
function decidedStatement(view: DocumentView, item: Sentence, understanding: Understanding): DraftStatement {
  const [opening] = clausesOf(item.text, { start: 0, end: item.text.length }).map(({ start, end }) =>
    item.text.slice(start, end),
  );
  const told = fittingClauses(item.text, wanted(understanding), SHORT).replace(/[.;]+$/u, '');
  const first = fittingClauses(opening ?? item.text, [], item.text.length).replace(/[.;]+$/u, '');
  const said = told.includes(first) ? [told] : [first, told];
  return claim(
    `${upperFirst(accordingTo(view.document, item.passage.provisionPath))}: ${said.map(quoted).join('; ')}.`,
    supportOfSentence(view, item),
  );
}

/** Of a sentence that lays several things before somebody the one asked for is shown. */
const SHORT = 200;
