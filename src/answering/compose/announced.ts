import { termsOf } from '../../vietnamese/phrase-book.ts';

/** "… trong các trường hợp sau:", "… gồm 03 loại:": what an opening calls the things below it, folded; null where it does not say. */
function announcedThing(opening: string): string | null {
  const folded = ` ${termsOf(opening).join(' ')}`;
  const [, sau] =
    / (?:cac|nhung|mot trong cac) ((?:[a-z]+ ){1,3}?)(?:duoi day|sau day|nhu sau|sau)$/.exec(folded) ?? [];
  const [, counted] = / (?:gom|co|chia thanh) (?:\d+ |cac |nhung )((?:[a-z]+ ?){1,3})$/.exec(folded) ?? [];
  return (sau ?? counted)?.trim() ?? null;
}

/** "Những hình thức khen thưởng nào": what the things asked for are called, folded; null where no word says. */
function askedThing(folded: string): string | null {
  const asked = ` ${folded} `;
  const [, thing] = / (?:nhung|cac|may|bao nhieu) ((?:[a-z]+ ){1,4}?)(?:nao|gi) /.exec(asked) ?? [];
  const [, listed] = / (tieu chi|dieu kien|yeu cau|tieu chuan) (?:nao|gi) /.exec(asked) ?? [];
  return thing?.trim() ?? listed ?? null;
}

/** "Chia làm mấy loại?": the word that is counted, which the opening may or may not use. */
function countedThing(folded: string): string | null {
  return / (?:may|bao nhieu) ([a-z]{3,})(?= |$)/.exec(` ${folded}`)?.[1] ?? null;
}

/**
 * How well an opening announces the things asked for: 2 for those by name ("các loại sau" where loại are asked for), 1 where
 * it or the question calls them nothing, 0 for other things ("các trường hợp sau").
 */
export function announcing(opening: string, folded: string): 0 | 1 | 2 {
  const asked = askedThing(folded);
  const counted = asked === null ? countedThing(folded) : null;
  const said = asked === null && counted === null ? null : announcedThing(opening);
  if (counted !== null && said === counted) return 2;
  if (said === null || asked === null) return 1;
  return `${said} `.startsWith(`${asked} `) || `${asked} `.startsWith(`${said} `) ? 2 : 0;
}
