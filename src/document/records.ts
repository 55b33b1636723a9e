import type { IsoDate } from './policy-document.ts';
import type { Span } from './span.ts';

/** What every record carries: where it was read, word for word. */
export interface RecordBase {
  /** `<documentId>:<t|a|e|r><ordinal>`. */
  readonly id: string;
  readonly documentId: string;
  readonly provisionPath: readonly string[];
  readonly headingTrail: readonly string[];
  /** Quotable text of the span. */
  readonly quote: string;
  readonly span: Span;
}

/** `~` is "khoảng"; `range` has a [low, high] number. */
export type Comparator = '=' | '<' | '>' | '<=' | '>=' | '~' | 'range';

/** One value of a target. An empty or `-` cell: comparator, value and number are null. */
export interface TargetValue {
  /** "2025", "2021-2025", "hằng năm"; null when the text gives none. */
  readonly period: string | null;
  readonly comparator: Comparator | null;
  /** As written: "< 2,35". */
  readonly value: string | null;
  readonly number: number | readonly [number, number] | null;
}

/** A quantity the document sets (kind target) or reports as reached before (kind result). */
export interface Target extends RecordBase {
  readonly kind: 'target' | 'result';
  readonly indicator: string;
  /** The row or clause above that this one details ("Trong đó", Thành thị / Nông thôn). */
  readonly parent: string | null;
  readonly group: string | null;
  readonly unit: string | null;
  /** "miền núi", "nông thôn", "thành thị" … */
  readonly scope: string | null;
  readonly values: readonly TargetValue[];
  /** Bodies that monitor the target. */
  readonly monitor: readonly string[];
  /** The table row, for rows. */
  readonly table: { readonly columns: readonly string[]; readonly cells: readonly string[] } | null;
  /** Where the monitoring bodies are printed, when that is outside the span. */
  readonly monitorSpan: Span | null;
}

/** An agency in its canonical full form and as the document prints it. */
export interface Agency {
  readonly name: string;
  readonly printed: string;
}

/** A moment the text names, in a form a calendar entry can be made from. */
export interface Schedule {
  /** "trước ngày 10/12 hằng năm". */
  readonly printed: string;
  readonly date: IsoDate | null;
  /** For recurring ones: month and day, and how often. */
  readonly every: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | null;
  readonly month: number | null;
  readonly day: number | null;
}

export interface Reporting {
  readonly to: string | null;
  readonly through: string | null;
  readonly when: string | null;
  readonly schedules: readonly Schedule[];
}

/** Who must do what. */
export interface Assignment extends RecordBase {
  readonly task: string;
  readonly lead: readonly Agency[];
  readonly coordinate: readonly Agency[];
  readonly deadline: string | null;
  readonly schedules: readonly Schedule[];
  readonly reporting: Reporting | null;
  /** Where the task itself is printed, when lead and task stand apart (triplets). */
  readonly taskSpan: Span;
  readonly leadSpan: Span | null;
  readonly coordinateSpan: Span | null;
  readonly deadlineSpan: Span | null;
  readonly reportingSpan: Span | null;
}

/** entitlement: people receive it; planned: the plan sets it as a goal; orientation: it is to be studied or encouraged. */
export type EntitlementStrength = 'entitlement' | 'planned' | 'orientation';

export interface Entitlement extends RecordBase {
  readonly who: string;
  readonly what: string;
  readonly condition: string | null;
  readonly level: string | null;
  readonly strength: EntitlementStrength;
}

export type ReferenceRelation = 'based_on' | 'replaces' | 'amends' | 'mentions';

/** A mention of another document. The key is number + issuer + date; what is not printed is null. */
export interface Reference extends RecordBase {
  readonly relation: ReferenceRelation;
  readonly to: {
    readonly type: string | null;
    readonly number: string;
    readonly issuer: string | null;
    readonly issuedOn: IsoDate | null;
  };
}

/** Everything read out of one document. */
export interface DocumentRecords {
  readonly targets: readonly Target[];
  readonly assignments: readonly Assignment[];
  readonly entitlements: readonly Entitlement[];
  readonly references: readonly Reference[];
}
