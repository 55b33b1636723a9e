import type { Assignment, Entitlement, Target } from '../../document/records.ts';
import type { DocumentView, Sentence } from './document-view.ts';

/** What was found, with how well it fits. All lists are best first. */
export interface Evidence {
  readonly sentences: readonly Found<Sentence>[];
  readonly targets: readonly Found<Target>[];
  /** Assignments with the sentence of their task that fits best. */
  readonly assignments: readonly (Found<Assignment> & { readonly sentence: Sentence | null })[];
  readonly entitlements: readonly Found<Entitlement>[];
  /** Documents that were looked into. */
  readonly views: readonly DocumentView[];
}

export interface Found<T> {
  readonly view: DocumentView;
  readonly item: T;
  /** For ordering: coverage with all other signals. */
  readonly score: number;
  /** Share of what was asked that it holds, 0–1: what decisions rest on. */
  readonly coverage: number;
}

/** The evidence with some of it exchanged; what is not exchanged is still weighed only when it is asked for. */
export function exchanged(evidence: Evidence, changes: Partial<Evidence>): Evidence {
  return {
    get sentences() {
      return changes.sentences ?? evidence.sentences;
    },
    get targets() {
      return changes.targets ?? evidence.targets;
    },
    get assignments() {
      return changes.assignments ?? evidence.assignments;
    },
    get entitlements() {
      return changes.entitlements ?? evidence.entitlements;
    },
    views: changes.views ?? evidence.views,
  };
}
