import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import { walkProvisions } from '../../src/document/provision.ts';
import { quotable } from '../../src/document/quotable.ts';
import { linesOf } from '../../src/document/source-text.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import type { Counts } from '../metrics/f1.ts';
import { bodyKey, sameBodies } from './bodies.ts';
import type { GoldDocument } from './gold.ts';
import { type Matching, matchByLines, overlap } from './match.ts';

/** How one document was read, against its gold. */
export interface DocumentScore {
  readonly file: string;
  readonly metadata: FieldScore;
  readonly outline: Counts;
  /** Counted by value: a row with 2025 and 2030 has two. */
  readonly targets: Counts;
  readonly assignments: Counts;
  readonly entitlements: Counts;
  /** Right fields of matched records. */
  readonly fields: Readonly<Record<string, FieldScore>>;
  /** Results of earlier years that were read as targets. */
  readonly resultsAsTargets: number;
  readonly quotesNotVerbatim: number;
  /** Sentences for the reader: what was missed, spurious or wrong. */
  readonly findings: readonly string[];
}

export interface FieldScore {
  readonly right: number;
  readonly of: number;
}

type GoldValue = Omit<GoldDocument['targets'][number], 'values'> & GoldDocument['targets'][number]['values'][number];

export function scoreDocument(gold: GoldDocument, read: IngestedDocument): DocumentScore {
  const metadata = metadataFields(gold, read);
  const outline = matchOutline(gold, read);
  const targets = matchTargets(gold, read);
  const assignments = matchAssignments(gold, read);
  const entitlements = matchEntitlements(gold, read);
  const results = gold.targets.filter(({ kind }) => kind === 'result');
  const resultsAsTargets = targets.spurious.filter(
    (value) =>
      value.kind === 'target' &&
      results.some(
        (result) => overlap(result, value) && result.values.some(({ number }) => sameNumber(number, value.number)),
      ),
  ).length;
  const records = [...read.targets, ...read.assignments, ...read.entitlements, ...read.references];
  const unfaithful = records.filter(
    ({ quote, span }) => !quotable(linesOf(read.source, span.startLine, span.endLine)).includes(quotable(quote)),
  );
  return {
    file: gold.file,
    metadata: countFields(metadata),
    outline: outline.counts,
    targets: targets.counts,
    assignments: assignments.counts,
    entitlements: entitlements.counts,
    fields: {
      ...targetFields(targets),
      coordinate: countFields(
        assignments.pairs.map(({ gold: g, read: r }) => [
          '',
          sameBodies(
            g.coordinate,
            r.coordinate.map(({ name }) => name),
          ),
        ]),
      ),
      reporting: countFields(
        assignments.pairs
          .filter(({ gold: g }) => g.reporting !== null)
          .map(({ gold: g, read: r }) => ['', reportsAlike(g.reporting, r.reporting)]),
      ),
      strength: countFields(entitlements.pairs.map(({ gold: g, read: r }) => ['', g.strength === r.strength])),
    },
    resultsAsTargets,
    quotesNotVerbatim: unfaithful.length,
    findings: [
      ...metadata
        .filter(([, right]) => !right)
        .map(([name]) => `metadata: ${name} is ${JSON.stringify(metadataValue(read, name))}`),
      ...findings(
        'provision',
        outline,
        (one) => one.path.join('/'),
        (one) => one.path.join('/'),
      ),
      ...findings('target', targets, valueLine, valueLine),
      ...findings(
        'assignment',
        assignments,
        (one) => `${one.lead.join(', ')}: ${one.task}`,
        (one) => `${one.lead.map(({ name }) => name).join(', ')}: ${one.task}`,
      ),
      ...assignments.pairs
        .filter(
          ({ gold: g, read: r }) =>
            !sameBodies(
              g.coordinate,
              r.coordinate.map(({ name }) => name),
            ),
        )
        .map(
          ({ gold: g, read: r }) =>
            `assignment ${g.startLine}: coordinating bodies read as ${r.coordinate.map(({ name }) => name).join(', ') || 'none'}`,
        ),
      ...findings(
        'entitlement',
        entitlements,
        (one) => `${one.who}: ${one.what}`,
        (one) => `${one.who}: ${one.what}`,
      ),
      ...unfaithful.map(({ id }) => `quote of ${id} is not on its lines`),
    ],
  };
}

function metadataFields({ metadata }: GoldDocument, { document }: IngestedDocument): [string, boolean][] {
  const holdsAll = (wanted: readonly string[], found: readonly string[]) => wanted.every((one) => found.includes(one));
  return [
    ['number', metadata.number === document.number],
    ['type', metadata.type === document.type],
    ['issuer', metadata.issuer.some((issuer) => fold(issuer) === fold(document.issuer ?? ''))],
    ['province', metadata.province === document.province],
    ['issuedOn', metadata.issuedOn === document.issuedOn],
    ['title', fold(metadata.title ?? '') === fold(document.title ?? '').replace(/^(?:ke hoach|chi thi) /, '')],
    [
      'signer',
      metadata.signer === null
        ? document.signer === null
        : fold(metadata.signer.name) === fold(document.signer?.name ?? ''),
    ],
    ['position', fold(metadata.signer?.position ?? '') === fold(document.signer?.position ?? '')],
    ['onBehalf', (metadata.signer?.onBehalf ?? false) === (document.signer?.onBehalf ?? false)],
    ['period', metadata.period === document.period],
    ['basedOn', holdsAll(metadata.basedOn, document.basedOn)],
    ['replaces', holdsAll(metadata.replaces, document.replaces) && holdsAll(document.replaces, metadata.replaces)],
    ['flags', holdsAll(metadata.flags, document.flags) && holdsAll(document.flags, metadata.flags)],
  ];
}

function metadataValue({ document }: IngestedDocument, field: string): unknown {
  if (field === 'position' || field === 'onBehalf') return document.signer?.[field] ?? null;
  return Object.entries(document).find(([key]) => key === field)?.[1] ?? null;
}

function matchOutline(gold: GoldDocument, read: IngestedDocument) {
  const provisions = [...walkProvisions(read.outline)].map(({ path, headingSpan, title }) => ({
    path,
    title,
    startLine: headingSpan.startLine,
    endLine: headingSpan.startLine,
  }));
  const wanted = gold.outline.map(({ path, title, line }) => ({
    path,
    title,
    startLine: line,
    endLine: line,
    optional: false,
  }));
  return matchByLines(
    wanted,
    provisions,
    (a, b) => fold(a.path.join('/')) === fold(b.path.join('/')) && a.path.at(-1) === b.path.at(-1),
  );
}

function matchTargets(gold: GoldDocument, read: IngestedDocument) {
  const wanted: GoldValue[] = gold.targets.flatMap(({ values, ...target }) =>
    values.map((value) => ({ ...target, ...value })),
  );
  const found = read.targets.flatMap(({ values, span, ...target }) =>
    values.map((value) => ({ ...target, ...value, startLine: span.startLine, endLine: span.endLine })),
  );
  return matchByLines(
    wanted,
    found,
    (a, b) =>
      a.kind === b.kind &&
      sameNumber(a.number, b.number) &&
      bound(a.comparator, a.number) === bound(b.comparator, b.number) &&
      (a.number !== null || fold(a.value ?? '') === fold(b.value ?? '')) &&
      // In a table the year is the column; in prose it may be the document's own period.
      (a.monitor.length === 0 || a.period === b.period),
  );
}

function targetFields({ pairs }: ReturnType<typeof matchTargets>): Record<string, FieldScore> {
  const rows = pairs.filter(({ gold }) => gold.monitor.length > 0);
  const prose = pairs.filter(({ gold }) => gold.monitor.length === 0);
  const equal = (a: string | null, b: string | null) =>
    fold(a ?? '').replace(/\s/g, '') === fold(b ?? '').replace(/\s/g, '');
  return {
    indicator: countFields(rows.map(({ gold, read }) => ['', equal(gold.indicator, read.indicator)])),
    parent: countFields(rows.map(({ gold, read }) => ['', equal(gold.parent, read.parent)])),
    group: countFields(
      rows.map(({ gold, read }) => ['', equal(gold.group, read.group?.replace(/^\d+\.? /, '') ?? null)]),
    ),
    unit: countFields(rows.map(({ gold, read }) => ['', equal(gold.unit, read.unit)])),
    monitor: countFields(
      rows.map(({ gold, read }) => ['', gold.monitor.map(bodyKey).join() === read.monitor.map(bodyKey).join()]),
    ),
    period: countFields(
      prose.map(({ gold, read }) => ['', equal(gold.period, read.period?.replace(/ /g, '') ?? null)]),
    ),
  };
}

function matchAssignments(gold: GoldDocument, read: IngestedDocument) {
  const found = read.assignments.map((assignment) => ({
    ...assignment,
    startLine: Math.min(assignment.span.startLine, assignment.taskSpan.startLine),
    endLine: Math.max(assignment.span.endLine, assignment.leadSpan?.endLine ?? 0),
  }));
  return matchByLines(gold.assignments, found, (a, b) =>
    sameBodies(
      a.lead,
      b.lead.map(({ name }) => name),
    ),
  );
}

/** Entitlements are worded freely, so they match by their lines alone. */
function matchEntitlements(gold: GoldDocument, read: IngestedDocument) {
  const found = read.entitlements.map(({ span, ...one }) => ({
    ...one,
    startLine: span.startLine,
    endLine: span.endLine,
  }));
  const wanted = gold.entitlements.map((one) => ({ ...one, parts: true }));
  return matchByLines(wanted, found, () => true);
}

function reportsAlike(
  gold: GoldDocument['assignments'][number]['reporting'],
  read: IngestedDocument['assignments'][number]['reporting'],
): boolean {
  if (gold === null || read === null) return gold === read;
  const dates = (text: string | null) => [...(text ?? '').matchAll(/\d{1,2}\/\d{1,2}/g)].map(([date]) => date).join();
  const sameBody = (a: string | null, b: string | null) =>
    a === null || (b !== null && bodyKey(b).includes(bodyKey(a).split(' ').slice(0, 3).join(' ')));
  return dates(gold.when) === dates(read.when) && sameBody(gold.to, read.to) && sameBody(gold.through, read.through);
}

/** "ít nhất 100%" of a whole says no more than "100%". */
function bound(comparator: string | null, number: GoldValue['number'] | readonly [number, number]): string | null {
  return comparator === '>=' && number === 100 ? '=' : comparator;
}

function sameNumber(
  a: GoldValue['number'] | readonly [number, number],
  b: GoldValue['number'] | readonly [number, number],
): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function countFields(fields: readonly (readonly [string, boolean])[]): FieldScore {
  return { right: fields.filter(([, right]) => right).length, of: fields.length };
}

function valueLine({
  kind,
  period,
  value,
  indicator,
}: {
  kind: string;
  period: string | null;
  value: string | null;
  indicator: string;
}): string {
  return `${kind} ${value ?? '-'} (${period ?? 'no period'}) ${indicator}`;
}

function findings<G extends { startLine: number }, R extends { startLine: number }>(
  what: string,
  matching: Pick<Matching<G, R>, 'missed' | 'spurious'>,
  nameGold: (gold: G) => string,
  nameRead: (read: R) => string,
): string[] {
  return [
    ...matching.missed.map((one) => `missed ${what} ${one.startLine}: ${nameGold(one)}`),
    ...matching.spurious.map((one) => `spurious ${what} ${one.startLine}: ${nameRead(one)}`),
  ];
}
