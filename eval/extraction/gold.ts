import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const lines = {
  startLine: z.int().positive(),
  endLine: z.int().positive(),
  /** Finding it is as right as not finding it: the text can be read both ways. */
  optional: z.boolean().default(false),
};

const valueSchema = z.object({
  period: z.string().nullable(),
  comparator: z.enum(['=', '<', '>', '<=', '>=', '~', 'range']).nullable(),
  value: z.string().nullable(),
  number: z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable(),
});

const targetSchema = z.object({
  ...lines,
  kind: z.enum(['target', 'result']),
  indicator: z.string(),
  parent: z.string().nullable(),
  group: z.string().nullable(),
  unit: z.string().nullable(),
  scope: z.string().optional(),
  values: z.array(valueSchema),
  /** Bodies that monitor the row's group, as printed; only on table rows. */
  monitor: z.array(z.string()),
});

const assignmentSchema = z.object({
  ...lines,
  path: z.array(z.string()),
  task: z.string(),
  lead: z.array(z.string()),
  coordinate: z.array(z.string()),
  deadline: z.string().nullable(),
  reporting: z
    .object({ to: z.string().nullable(), through: z.string().nullable(), when: z.string().nullable() })
    .nullable(),
  /** The item holds several sentences or bullets, each of which may be a record of its own. */
  parts: z.boolean().default(false),
});

const entitlementSchema = z.object({
  ...lines,
  who: z.string(),
  what: z.string(),
  strength: z.enum(['entitlement', 'planned', 'orientation']),
});

const goldDocumentSchema = z.object({
  file: z.string(),
  metadata: z.object({
    number: z.string().nullable(),
    type: z.string().nullable(),
    /** Any of these is right. */
    issuer: z.array(z.string()),
    province: z.string().nullable(),
    issuedOn: z.string().nullable(),
    title: z.string().nullable(),
    signer: z.object({ name: z.string(), position: z.string().nullable(), onBehalf: z.boolean() }).nullable(),
    period: z.string().nullable().optional(),
    basedOn: z.array(z.string()).optional(),
    replaces: z.array(z.string()).optional(),
    flags: z.array(z.string()).optional(),
  }),
  outline: z.array(z.object({ path: z.array(z.string()), title: z.string().nullable(), line: z.int() })).optional(),
  targets: z.array(targetSchema).optional(),
  /** The lines whose targets gold holds, where it does not hold those of the whole document. */
  targetsWithin: z.object({ startLine: z.int(), endLine: z.int() }).optional(),
  assignments: z.array(assignmentSchema).optional(),
  entitlements: z.array(entitlementSchema).optional(),
});

/** What a careful reader finds in one document; what is left out was not looked for and is not scored. */
export type GoldDocument = z.infer<typeof goldDocumentSchema>;
export type GoldTarget = z.infer<typeof targetSchema>;
export type GoldAssignment = z.infer<typeof assignmentSchema>;

/** The gold documents of a folder, in the order of their files. */
export async function readGold(folder: string): Promise<GoldDocument[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => goldDocumentSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  );
}
