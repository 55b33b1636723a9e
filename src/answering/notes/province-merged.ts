import data from '../../../seeds/lexicon/provinces.json' with { type: 'json' };
import type { PolicyDocument } from '../../document/policy-document.ts';
import { mergedInto, type ProvinceUnit } from '../../vietnamese/provinces.ts';
import type { Note } from '../answer.ts';
import { dayInWords, listInWords } from '../compose/wording.ts';
import { type Subject, typeName } from './subject.ts';

/** The province a document is for is part of another unit now, or has taken others in. */
export function provinceMergedNotes({ contentViews, draft, asOf }: Subject): readonly Note[] {
  if (asOf < data.newGovernmentFrom || draft.status === 'clarify') return [];
  const seen = new Set<string>();
  const asked = draft.provinces.flatMap((name) => becameText(name) ?? []);
  if (asked.length > 0) return asked.map((text) => ({ kind: 'province_merged', text, basis: data.basis }));
  return contentViews.flatMap(({ document }) => {
    const text = noteText(document);
    if (text === null || document.province === null || seen.has(document.province)) return [];
    seen.add(document.province);
    return [{ kind: 'province_merged', text, basis: data.basis }];
  });
}

/** What became of a province, of whatever document. */
function becameText(province: string): string | null {
  const unit = mergedInto(province);
  return unit === null ? null : `${becameClause(unit, province)}.`;
}

function noteText(document: PolicyDocument): string | null {
  const { province, issuedOn } = document;
  const unit = province === null ? null : mergedInto(province);
  if (province === null || unit === null) return null;
  if (issuedOn !== null && issuedOn >= data.newGovernmentFrom) return null;
  // The name alone does not tell the old unit from the new one: without a date nothing is said.
  if (unit.name === province && issuedOn === null) return null;
  const about = unit.name === province ? 'này chỉ nói về' : 'này nói về';
  return `${becameClause(unit, province)}; ${typeName(document)} ${about} địa bàn ${province} cũ.`;
}

function becameClause(unit: ProvinceUnit, province: string): string {
  const day = dayInWords(data.newGovernmentFrom);
  const others = unit.mergedFrom.filter((name) => name !== province);
  return unit.name === province
    ? `${province} từ ${day} gồm cả ${listInWords(others)}`
    : `${listInWords([province, ...others])} đã hợp nhất thành ${unit.kind} ${unit.name} (bộ máy mới hoạt động từ ${day})`;
}
