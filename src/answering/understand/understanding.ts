import type { Concept } from './concept.ts';
import type { DocumentMention } from './document-mentions.ts';

/** What the reader wants to know. */
export type Intent =
  | 'lead'
  | 'coordinate'
  | 'monitor'
  | 'tasks'
  | 'deadline'
  | 'report'
  | 'target'
  | 'entitlement'
  | 'list'
  | 'count'
  | 'compare'
  | 'metadata'
  | 'basis'
  | 'definition'
  | 'documents'
  | 'passage'
  | 'smalltalk'
  | 'out_of_scope'
  | 'injection';

/** The metadata field a metadata question is after. */
export type MetadataAspect =
  | 'signer'
  | 'signer_position'
  | 'issuedOn'
  | 'effectiveOn'
  | 'number'
  | 'issuer'
  | 'title'
  | 'replaces'
  | 'replacedBy'
  | 'period'
  | 'recipients';

/** Things these plans seldom state: a question for them is answered only by a passage that states them. */
export type SpecialNeed =
  | 'number'
  | 'money'
  | 'procedure'
  | 'contact'
  | 'place'
  | 'reason'
  | 'result'
  | 'office_holder';

/** Which documents a question is about. */
export interface DocumentScope {
  /** Ids of the documents that fit; every document when the question names none. */
  readonly ids: readonly string[];
  /** The question itself narrows the documents (by number, province, type, year, filter). */
  readonly named: boolean;
  /** Provinces named that no document is of. */
  readonly unknownProvinces: readonly string[];
  /** Document numbers named as if they were here, but are not: "Kế hoạch 99". */
  readonly unknownNumbers: readonly string[];
  /** What the filters of the request name, when no document is of it: "văn bản của Huế"; null when they leave some. */
  readonly unmetFilter: string | null;
  /** Provinces named that have documents, in the order named; all there are for "các tỉnh". */
  readonly provinces: readonly string[];
}

/** A question, understood: what all later steps read. */
export interface Understanding {
  /** Stand-alone question: follow-ups are resolved against the history. */
  readonly question: string;
  /** Folded, corrected terms of the question, joined by spaces. */
  readonly folded: string;
  readonly intent: Intent;
  /** A rule read the intent; false when the default was taken. */
  readonly certain: boolean;
  readonly aspect: MetadataAspect | null;
  /** What a comparison holds against each other ("lead", "target"); null where nothing is compared. */
  readonly compared: Intent | null;
  readonly needs: readonly SpecialNeed[];
  /** What was reached, not what is aimed at: asked in so many words, or for a year that was over when the document came. */
  readonly wantsResult: boolean;
  /** Words of weather, recipes, poems: about no document, unless the documents hold them. */
  readonly offTopic: boolean;
  readonly scope: DocumentScope;
  /** Years and spans of years asked for, in order: "2025", "2021-2030". */
  readonly years: readonly string[];
  /** "sau đó", "tiếp theo": the period after the one spoken of before. */
  readonly nextPeriod: boolean;
  /** The years spoken of before, when the period after them is asked for. */
  readonly passedYears: readonly string[];
  /** The noun after "bao nhiêu", "mấy", folded ("can", "phan tram"): what the figure counts; null when none is said. */
  readonly askedUnit: string | null;
  /** Documents named by number, here or only spoken of. */
  readonly mentions: readonly DocumentMention[];
  /** What is looked for. */
  readonly concepts: readonly Concept[];
  /** Nouns that mostly carry a question; they only tell apart what holds the concepts alike. */
  readonly asides: readonly Concept[];
  /** Concepts taken over from the question before, of less weight. */
  readonly background: readonly Concept[];
  /** Things told apart by a number that the question names: "đợt 2", "cấp IV". */
  readonly numbered: readonly Concept[];
  /** The types of document a basis question asks for, folded ("nghi quyet"); empty when open. */
  readonly askedDocumentTypes: readonly string[];
  /** Canonical names of the bodies the question names. */
  readonly agencies: readonly string[];
}
