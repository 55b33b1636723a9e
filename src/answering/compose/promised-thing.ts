import { type Agreeing, accentAgreement } from '../evidence/accent-agreement.ts';
import { contextsOf } from '../evidence/contexts.ts';
import { coverage } from '../evidence/coverage.ts';
import type { Sentence } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';
import { speakingForSentence } from '../evidence/texts-around.ts';
import type { Concept } from '../understand/concept.ts';
import type { Understanding } from '../understand/understanding.ts';

/**
 * Words that only say that something is given, folded: every plan supports somebody with something, so they tell nothing
 * of whether it is what the question asks for.
 */
const CARRYING: ReadonlySet<string> = new Set('ho tro tien dong duoc huong nhan cho co them phan'.split(' '));

/** What a question names behind the words that something is given: "hỗ trợ *tiền thuê nhà* không", folded. */
const GIVEN_THING =
  /.*(?:^| )(?:ho tro|tro cap|tro giup|tang|phat|cap|cho|mien(?! phi (?:khong|ko|k|hong|hok)(?= |$))|giam)(?: cho)? ((?:[a-z0-9]+ )*?[a-z0-9]+)(?: (?:khong|ko|hong|hok|k))(?: (?:a|vay|the|nhi|ha))*$/;

/**
 * Does a sentence, with what stands over it, speak of what is to be given and to whom, and not only of giving? "Ưu tiên hỗ
 * trợ cho người khuyết tật" promises nothing to who asks for support to keep bees.
 */
export function speaksOfGiven(found: Found<Sentence>, understanding: Understanding): boolean {
  return heldOf(found, tellingOf(understanding)) >= SPOKEN_OF && speaksOfThing(found, understanding);
}

/**
 * Does it speak of the thing itself that the question names behind the words of giving, where it names one? What only folds
 * alike ("trong năm" for "trồng nấm") is another thing.
 */
export function speaksOfThing(found: Found<Sentence>, understanding: Understanding): boolean {
  const { concepts, agreeing } = thingOf(understanding);
  if (concepts.length === 0) return true;
  return agreeing([{ ...found, coverage: heldOf(found, concepts) }], speakingForSentence).every(
    ({ coverage: held }) => held >= THING,
  );
}

/** The thing asked for in concepts, and how well a text agrees with it as typed; none where the question names none. */
interface Thing {
  readonly concepts: readonly Concept[];
  readonly agreeing: Agreeing;
}

function thingOf(understanding: Understanding): Thing {
  const known = THINGS.get(understanding);
  if (known !== undefined) return known;
  const named = GIVEN_THING.exec(understanding.folded)?.[1] ?? null;
  const concepts =
    named === null ? [] : tellingOf(understanding).filter(({ label }) => ` ${named} `.includes(` ${label} `));
  const thing = { concepts, agreeing: accentAgreement({ question: understanding.question, concepts }) };
  THINGS.set(understanding, thing);
  return thing;
}

/** Asked again for each sentence of a question. */
const THINGS = new WeakMap<Understanding, Thing>();

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
