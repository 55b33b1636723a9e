import { z } from '@hono/zod-openapi';
import type { OutlineJson } from '../json/outline-json.ts';

const text = z.string();
const maybeText = z.string().nullable();
const Source = z.object({ file: text, startLine: z.int(), endLine: z.int() });
const Agency = z.object({ name: text, printed: text });

export const DocumentSchema = z
  .object({
    id: text,
    number: maybeText,
    type: maybeText,
    issuer: maybeText,
    province: maybeText,
    issuedOn: maybeText,
    title: maybeText,
    signer: z.object({ name: text, position: maybeText }).nullable(),
    period: maybeText,
    basedOn: z.array(text),
    replaces: z.array(text),
    flags: z.array(z.enum(['truncated', 'ocr'])),
    warnings: z.array(z.object({ line: z.int().nullable(), message: text })),
    source: z.object({ file: text, lines: z.int() }),
  })
  .openapi('Document');

const Place = { id: text, documentId: text, provisionPath: z.array(text), quote: text, source: Source };
const RecordPlace = { ...Place, documentNumber: maybeText, province: maybeText };

const TargetValueSchema = z.object({
  period: maybeText,
  comparator: z.enum(['=', '<', '>', '<=', '>=', '~', 'range']).nullable(),
  value: maybeText,
  number: z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable(),
});

export const TargetSchema = z
  .object({
    ...RecordPlace,
    kind: z.enum(['target', 'result']),
    indicator: text,
    parent: maybeText,
    group: maybeText,
    unit: maybeText,
    scope: maybeText,
    monitor: z.array(text),
    values: z.array(TargetValueSchema),
  })
  .openapi('Target');

export const AssignmentSchema = z
  .object({
    ...RecordPlace,
    task: text,
    lead: z.array(Agency),
    coordinate: z.array(Agency),
    deadline: maybeText,
    reporting: z.object({ to: maybeText, through: maybeText, when: maybeText }).nullable(),
  })
  .openapi('Assignment');

const EntitlementSchema = z
  .object({
    ...RecordPlace,
    who: text,
    what: text,
    condition: maybeText,
    level: maybeText,
    strength: z.enum(['entitlement', 'planned', 'orientation']),
  })
  .openapi('Entitlement');

const ReferenceSchema = z
  .object({
    ...Place,
    relation: z.enum(['based_on', 'replaces', 'amends', 'mentions']),
    to: z.object({ type: maybeText, number: text, issuer: maybeText, issuedOn: maybeText }),
  })
  .openapi('Reference');

const OutlineSchema: z.ZodType<OutlineJson> = z
  .object({
    path: z.array(text),
    label: text,
    title: maybeText,
    startLine: z.int(),
    endLine: z.int(),
    get children() {
      return z.array(OutlineSchema);
    },
  })
  .openapi('Provision');

export const DocumentDetailSchema = DocumentSchema.extend({
  outline: z.array(OutlineSchema),
  targets: z.array(TargetSchema),
  assignments: z.array(AssignmentSchema),
  entitlements: z.array(EntitlementSchema),
  references: z.array(ReferenceSchema),
}).openapi('DocumentDetail');

export const SourceTextSchema = z
  .object({
    documentId: text,
    file: text,
    digest: text,
    startLine: z.int(),
    endLine: z.int(),
    totalLines: z.int(),
    lines: z.array(z.object({ n: z.int(), text })),
  })
  .openapi('SourceText');

/** One page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int(), cursor: maybeText });
}
