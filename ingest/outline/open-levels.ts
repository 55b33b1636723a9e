import { DEPTH, type Label, POINTS } from './label.ts';

/** A provision under construction. */
export interface Node {
  readonly label: Label;
  key: string;
  title: string | null;
  readonly start: number;
  end: number;
  headingEnd: number;
  readonly children: Node[];
  /** How often each label stands among the children. */
  readonly labels: Map<string, number>;
}

/** Where a label belongs: how many open levels stay open, and the reading of the label that fits there. */
export interface Placement {
  readonly keep: number;
  readonly label: Label;
}

/**
 * Finds the place of a label among the open levels (outermost first). Of several readings ("I." numeral or letter) the
 * one that goes on a list wins; then the one that opens a list.
 */
export function placeLabel(open: readonly Node[], readings: readonly Label[]): Placement | null {
  const scored = readings
    .filter((label) => isPlausible(open, label))
    .map((label) => ({ ...placeOne(open, label), rank: continuity(open, label) }));
  scored.sort((a, b) => a.rank - b.rank);
  return scored[0] ?? null;
}

/** Beyond this a number at the start of a paragraph is a quantity, not a label. */
const LONGEST_LIST = 150;

function isPlausible(open: readonly Node[], label: Label): boolean {
  if (label.kind !== 'number' && label.kind !== 'parenthesis') return true;
  const before = open.findLast((node) => node.label.kind === label.kind);
  return label.ordinal <= (before === undefined ? 30 : Math.min(LONGEST_LIST, before.label.ordinal + 20));
}

/** 0 goes on an open list, 1 opens one, 2 skips within one, 3 neither. */
function continuity(open: readonly Node[], label: Label): number {
  const before = open.filter((node) => node.label.kind === label.kind);
  if (before.some((node) => node.label.ordinal + 1 === label.ordinal)) return 0;
  if (label.ordinal === 1) return 1;
  return before.length > 0 ? 2 : 3;
}

function placeOne(open: readonly Node[], label: Label): Placement {
  if (label.kind === 'appendix') return { keep: 0, label };
  if (label.kind === 'decimal') return { keep: keepForDecimal(open, label), label };
  const next = open.findLastIndex((node) => node.label.kind === label.kind && follows(node, label));
  if (next !== -1) return { keep: next, label };
  const same = open.findLastIndex((node) => node.label.kind === label.kind);
  if (same === -1) return { keep: keepForNew(open, label), label };
  if (label.kind === 'point' && label.key === open[same]?.key) return { keep: same, label: nextPoint(label) };
  const restarts = label.ordinal === 1 && same < open.length - 1 && canHold(open.at(-1), label);
  return { keep: restarts ? open.length : same, label };
}

const follows = (node: Node, label: Label): boolean => label.ordinal > node.label.ordinal;

/** A list that starts anew inside a deeper level belongs to it, unless that level is deeper than any list. */
function canHold(node: Node | undefined, label: Label): boolean {
  return (
    node !== undefined &&
    node.label.kind !== label.kind &&
    node.title !== null &&
    DEPTH[node.label.kind] > DEPTH[label.kind]
  );
}

/** A label printed twice is the next one: recognition turns "đ)" into "d)". */
function nextPoint(label: Label): Label {
  return { ...label, key: POINTS.charAt(label.ordinal), ordinal: label.ordinal + 1, parts: [label.ordinal + 1] };
}

/** "1.2.3" belongs to the open "1.2" or "1"; without one, to the nearest level above decimals. */
function keepForDecimal(open: readonly Node[], label: Label): number {
  for (let depth = label.parts.length - 1; depth >= 1; depth -= 1) {
    const parent = open.findLastIndex((node) => isPrefix(node.label, label.parts.slice(0, depth)));
    if (parent !== -1) return parent + 1;
  }
  const sibling = open.findIndex(
    (node) => node.label.kind === 'decimal' && node.label.parts.length >= label.parts.length,
  );
  if (sibling !== -1) return sibling;
  return keepForNew(open, label);
}

function isPrefix(label: Label, parts: readonly number[]): boolean {
  if (label.kind !== 'decimal' && label.kind !== 'number' && label.kind !== 'roman') return false;
  return label.parts.length === parts.length && label.parts.every((part, i) => part === parts[i]);
}

/** A level not open yet goes under the nearest one above it; capital letters also open inside numerals. */
function keepForNew(open: readonly Node[], label: Label): number {
  const depth = label.kind === 'letter' && label.ordinal === 1 ? DEPTH.roman + 0.5 : DEPTH[label.kind];
  return open.findLastIndex((node) => DEPTH[node.label.kind] < depth) + 1;
}
