import { contextsOf } from '../evidence/contexts.ts';
import { coverage } from '../evidence/coverage.ts';
import type { Sentence } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';
import type { Concept } from '../understand/concept.ts';
import type { Understanding } from '../understand/understanding.ts';

/**
 * Words that only say that something is given, folded: every plan supports somebody with something, so they tell nothing
 * of whether it is what the question asks for.
 */
const CARRYING: ReadonlySet<string> = new Set('ho tro tien duoc huong nhan cho co them phan'.split(' '));

/** What a question names behind the words that something is given: "hỗ trợ *tiền thuê nhà* không", folded. */
const GIVEN_THING =
  /.*(?:^| )(?:ho tro|tro cap|tro giup|tang|phat|cap|cho)(?: cho)? ((?:[a-z0-9]+ )*?[a-z0-9]+)(?: (?:khong|ko|hong|hok|k))(?: (?:a|vay|the|nhi|ha))*$/;

/**
 * Does a sentence, with what stands over it, speak of what is to be given and to whom, and not only of giving? "Ưu tiên hỗ
 * trợ cho người khuyết tật" promises nothing to who asks for support to keep bees.
 */
export function speaksOfGiven(found: Found<Sentence>, understanding: Understanding): boolean {
  return heldOf(found, tellingOf(understanding)) >= SPOKEN_OF && speaksOfThing(found, understanding);
}

/** Does it speak of the thing itself that the question names behind the words of giving, where it names one? */
export function speaksOfThing(found: Found<Sentence>, understanding: Understanding): boolean {
  const thing = GIVEN_THING.exec(understanding.folded)?.[1] ?? null;
  if (thing === null) return true;
  return (
    heldOf(
      found,
      tellingOf(understanding).filter(({ label }) => ` ${thing} `.includes(` ${label} `)),
    ) >= THING
  );
}

/** So much of what the question tells beyond giving, and of the thing itself, a sentence must hold. */
const SPOKEN_OF = 0.39;
const THING = 0.3;

function tellingOf({ concepts }: Understanding): readonly Concept[] {
  return concepts.filter(({ label }) => !label.split(' ').every((word) => CARRYING.has(word)));
}

function heldOf({ view, item }: Found<Sentence>, asked: readonly Concept[]): number {
  const around = [...contextsOf(view, item.passage), { terms: view.titleTerms, weight: 1 }];
  return asked.length === 0 ? 1 : coverage(asked, item.terms, around);
}
