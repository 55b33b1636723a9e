import type { Passage } from '../../document/passage.ts';
import type { Understanding } from '../understand/understanding.ts';

/** A form is there to be filled in: its blanks and captions say nothing of what the document rules. */
export function isOfForm({ provisionPath: [root = ''] }: Passage): boolean {
  return /^(?:Mẫu|Biểu mẫu)(?: |$)/u.test(root);
}

/** Does the question speak of forms, or of what is handed in on them? */
export function asksOfForms({ folded }: Understanding): boolean {
  return / (?:mau|bieu mau|don|to khai|bien ban|giay to|ho so) /.test(` ${folded} `);
}
