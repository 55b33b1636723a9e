import type { Entitlement, EntitlementStrength } from '../../document/records.ts';
import { passageHref } from '../links.ts';
import { linesInWords } from '../words.ts';

const STRENGTHS: Readonly<Record<EntitlementStrength, string>> = {
  entitlement: 'Được hưởng',
  planned: 'Kế hoạch đặt ra',
  orientation: 'Mới là định hướng',
};

/** Who gets what, under which condition, and how firmly the plan says so. */
export function EntitlementList({ entitlements }: { readonly entitlements: readonly Entitlement[] }) {
  return (
    <ul class="record-list">
      {entitlements.map((entitlement) => (
        <li>
          <p>
            <strong>{entitlement.who}</strong>: {entitlement.what}
          </p>
          <p class="quiet">
            {[STRENGTHS[entitlement.strength], entitlement.condition, entitlement.level]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
          <p>
            <a href={passageHref(entitlement.documentId, entitlement.span)}>
              Xem trong văn bản, {linesInWords(entitlement.span)}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
