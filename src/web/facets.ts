import type { Library } from '../http/library.ts';
import { perGeneration } from '../http/per-generation.ts';
import { allPages } from '../http/reading/all-pages.ts';

/** The values that the filters offer, read once per generation. */
export interface Facets {
  readonly provinces: readonly string[];
  readonly types: readonly string[];
  /** Years of issue, newest first. */
  readonly issueYears: readonly string[];
  readonly targetGroups: readonly string[];
  /** Years that targets are set for. */
  readonly targetYears: readonly string[];
}

export const facetsOf = perGeneration(async ({ store }: Library): Promise<Facets> => {
  const documents = await store.documents();
  const noFilter = { province: null, year: null, group: null, q: null };
  const targets = await allPages((page) => store.listTargets(noFilter, page));
  const periods = targets.flatMap((target) => target.values.map((value) => value.period));
  return {
    provinces: distinct(documents.map((document) => document.province)),
    types: distinct(documents.map((document) => document.type)),
    issueYears: distinct(documents.map((document) => document.issuedOn?.slice(0, 4) ?? null)).reverse(),
    targetGroups: distinct(targets.map((target) => target.group)),
    targetYears: distinct(periods.flatMap((period) => period?.match(/\b\d{4}\b/g) ?? [])),
  };
});

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b, 'vi'));
}
