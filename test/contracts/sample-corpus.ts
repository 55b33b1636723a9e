import { createHash } from 'node:crypto';
import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import type { Passage } from '../../src/document/passage.ts';
import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { Agency, Assignment, Target } from '../../src/document/records.ts';
import { findLineStarts, spanBetween } from '../../src/document/source-text.ts';

/** A target by what the tests tell apart. */
export interface SampleTarget {
  readonly indicator: string;
  readonly group?: string;
  readonly periods?: readonly (string | null)[];
}

export interface SampleAssignment {
  readonly task: string;
  readonly lead: readonly string[];
  readonly coordinate?: readonly string[];
}

export interface SampleDocument {
  readonly id: string;
  readonly number?: string;
  readonly province?: string;
  readonly issuedOn?: string | null;
  readonly title?: string;
  readonly lines: readonly string[];
  readonly targets?: readonly SampleTarget[];
  readonly assignments?: readonly SampleAssignment[];
}

/** An ingested document with one passage per line. */
export function sampleDocument(sample: SampleDocument): IngestedDocument {
  const text = sample.lines.join('\n');
  const lineStarts = findLineStarts(text);
  const digest = createHash('sha256').update(text).digest('hex');
  const source = { file: `${sample.id}.txt`, digest, text, lineStarts, pageStarts: null };
  const spanOfLine = (line: number) => {
    const start = lineStarts[line] ?? 0;
    return spanBetween(source, start, start + (sample.lines[line] ?? '').length);
  };
  const place = {
    documentId: sample.id,
    provisionPath: ['I'],
    headingTrail: ['I. MỤC TIÊU'],
    quote: sample.lines[0] ?? '',
    span: spanOfLine(0),
  };
  return {
    document: { ...metadataOf(sample), source: { file: source.file, lines: sample.lines.length, digest } },
    source,
    outline: [
      { path: ['I'], label: 'I.', title: 'MỤC TIÊU', span: spanOfLine(0), headingSpan: spanOfLine(0), children: [] },
    ],
    passages: sample.lines.map(
      (line, i): Passage => ({
        id: `${sample.id}:p${i}`,
        documentId: sample.id,
        kind: 'paragraph',
        provisionPath: ['I'],
        headingTrail: ['I. MỤC TIÊU'],
        text: line,
        table: null,
        span: spanOfLine(i),
      }),
    ),
    targets: (sample.targets ?? []).map((target, i) => ({ ...place, id: `${sample.id}:t${i}`, ...targetOf(target) })),
    assignments: (sample.assignments ?? []).map((assignment, i) => ({
      ...place,
      id: `${sample.id}:a${i}`,
      ...assignmentOf(assignment),
      taskSpan: place.span,
    })),
    entitlements: [],
    references: [],
  };
}

function metadataOf(sample: SampleDocument): Omit<PolicyDocument, 'source'> {
  return {
    id: sample.id,
    number: sample.number ?? null,
    type: 'Kế hoạch',
    issuer: null,
    province: sample.province ?? null,
    issuedOn: sample.issuedOn ?? null,
    title: sample.title ?? null,
    signer: null,
    period: null,
    basedOn: [],
    replaces: [],
    flags: [],
    warnings: [],
    evidence: {},
    abbreviations: [],
  };
}

function targetOf({ indicator, group = '', periods = ['2025'] }: SampleTarget) {
  return {
    kind: 'target',
    indicator,
    parent: null,
    group,
    unit: '%',
    scope: null,
    values: periods.map((period) => ({ period, comparator: '=', value: '1', number: 1 }) as const),
    monitor: [],
    table: null,
    monitorSpan: null,
  } satisfies Partial<Target>;
}

function assignmentOf({ task, lead, coordinate = [] }: SampleAssignment) {
  return {
    task,
    lead: lead.map(agency),
    coordinate: coordinate.map(agency),
    deadline: null,
    schedules: [],
    reporting: null,
    leadSpan: null,
    coordinateSpan: null,
    deadlineSpan: null,
    reportingSpan: null,
  } satisfies Partial<Assignment>;
}

function agency(name: string): Agency {
  return { name, printed: name };
}
