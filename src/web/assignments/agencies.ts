import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Assignment } from '../../document/records.ts';
import type { Library } from '../../http/library.ts';
import { perGeneration } from '../../http/per-generation.ts';
import { allPages } from '../../http/reading/all-pages.ts';
import { inDocuments } from '../../http/reading/in-documents.ts';
import { fold } from '../../vietnamese/fold.ts';

/** An agency with how often it is named. */
export interface NamedAgency {
  readonly name: string;
  readonly leads: number;
  readonly coordinates: number;
}

export type PlacedAssignment = readonly [Assignment, PolicyDocument];

/** All assignments of the generation with their documents, in order. */
export const placedAssignments = perGeneration(async ({ store }: Library): Promise<readonly PlacedAssignment[]> => {
  const filter = { agency: null, role: null, province: null, q: null };
  return inDocuments(store, await allPages((page) => store.listAssignments(filter, page)));
});

/** The agencies that assignments of a province name (of all provinces when null), those that lead most first. */
export function agenciesIn(assignments: readonly PlacedAssignment[], province: string | null): NamedAgency[] {
  const counts = new Map<string, NamedAgency>();
  const add = (name: string, role: 'leads' | 'coordinates') => {
    const key = fold(name);
    const known = counts.get(key) ?? { name, leads: 0, coordinates: 0 };
    counts.set(key, { ...known, [role]: known[role] + 1 });
  };
  for (const [assignment, document] of assignments) {
    if (province !== null && document.province !== province) continue;
    for (const { name } of assignment.lead) add(name, 'leads');
    for (const { name } of assignment.coordinate) add(name, 'coordinates');
  }
  return [...counts.values()].sort((a, b) => b.leads - a.leads || b.coordinates - a.coordinates);
}

/** What one agency has to do. */
export interface AgencyDuties {
  readonly lead: readonly PlacedAssignment[];
  readonly coordinate: readonly PlacedAssignment[];
  readonly report: readonly PlacedAssignment[];
}

/** The assignments that name an agency, by its part in them. */
export function dutiesOf(
  agency: string,
  assignments: readonly PlacedAssignment[],
  province: string | null,
): AgencyDuties {
  const key = fold(agency);
  const own = assignments.filter(([, document]) => province === null || document.province === province);
  const named = (agencies: Assignment['lead']) => agencies.some(({ name }) => fold(name) === key);
  const lead = own.filter(([assignment]) => named(assignment.lead));
  return {
    lead,
    coordinate: own.filter(([assignment]) => named(assignment.coordinate)),
    report: lead.filter(([assignment]) => assignment.reporting !== null),
  };
}
