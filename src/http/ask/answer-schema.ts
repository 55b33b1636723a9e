import { z } from '@hono/zod-openapi';

const TableRow = z.object({ columns: z.array(z.string()), cells: z.array(z.string()) });

/** A verbatim quote with where it stands. */
export const CitationJson = z
  .object({
    n: z.int(),
    documentId: z.string(),
    documentNumber: z.string().nullable(),
    documentTitle: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: z.iso.date().nullable(),
    headingTrail: z.array(z.string()),
    quote: z.string(),
    source: z.object({ file: z.string(), startLine: z.int(), endLine: z.int() }),
    span: z.object({ start: z.int(), end: z.int(), startLine: z.int(), endLine: z.int() }),
    table: TableRow.nullable(),
    url: z.string(),
  })
  .openapi('Citation');

/** What POST /api/ask returns. */
export const AnswerJson = z
  .object({
    id: z.string(),
    status: z.enum(['answered', 'partial', 'clarify', 'not_found', 'out_of_scope', 'refused', 'chat']),
    text: z.string(),
    statements: z.array(z.object({ text: z.string(), citations: z.array(z.int()) })),
    citations: z.array(CitationJson),
    notes: z.array(
      z.object({
        kind: z.enum([
          'superseded',
          'period_ended',
          'agency_renamed',
          'province_merged',
          'source_truncated',
          'ocr_doubt',
          'definition_differs',
          'planned_only',
        ]),
        text: z.string(),
        basis: z.string().nullable(),
      }),
    ),
    followUps: z.array(z.string()),
    mode: z.enum(['extractive', 'llm']),
    standaloneQuestion: z.string(),
  })
  .openapi('Answer');
