import type { Span } from './span.ts';

/** A node of the outline. */
export interface Provision {
  /** Labels from the root, without punctuation: `['III', '1', '1.1']`, `['Phụ lục']`. */
  readonly path: readonly string[];
  /** As printed: "1.1.", "a)", "Điều 3", "PHỤ LỤC II". */
  readonly label: string;
  /** Reading form of the heading, null for a numbered plain paragraph. */
  readonly title: string | null;
  /** From the label to the end of the last child. */
  readonly span: Span;
  /** The label and the title alone. */
  readonly headingSpan: Span;
  readonly children: readonly Provision[];
}

/** All provisions below and including the given ones, in reading order. */
export function* walkProvisions(provisions: readonly Provision[]): Generator<Provision> {
  for (const provision of provisions) {
    yield provision;
    yield* walkProvisions(provision.children);
  }
}

/** The label of a path as the document prints it: without the count that tells it from another of its name ("Điều 8 (2)"). */
export function labelPrinted(label: string): string {
  return label.replace(/ \(\d+\)$/u, '');
}
