import { fold } from '../../vietnamese/fold.ts';
import { type Evidence, exchanged } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';

/** Posts that a plan gives to people or to holders of an office, folded: "Ai làm Trưởng ban chỉ đạo?" */
const POST =
  / (?:ai|nguoi nao|dong chi nao|ong nao|ba nao) (?:se |duoc cu |duoc phan cong )?(?:la|lam|giu chuc|giu chuc vu) ((?:pho )?(?:truong (?:tieu )?ban|to truong|truong doan|chu nhiem|chu tich hoi dong|truong bo mon)) /;

/** The evidence that names the post whose holder is asked for; all of it where none is. */
export function ofPostAsked({ folded }: Understanding, evidence: Evidence): Evidence {
  const post = POST.exec(` ${folded} `)?.[1] ?? null;
  if (post === null) return evidence;
  const names = (text: string) => ` ${fold(text).replaceAll('y', 'i')}`.includes(` ${post}`);
  return exchanged(evidence, {
    assignments: evidence.assignments.filter(({ item }) => names(`${item.task} ${item.quote}`)),
    sentences: evidence.sentences.filter(({ item }) => names(item.text)),
  });
}
