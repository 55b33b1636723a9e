import type { Passage } from '../../document/passage.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { CitedPlace, Grounds } from './grounds.ts';
import { type Role, rolesIn } from './roles.ts';
import { agenciesIn, isPrintedIn, provincesIn } from './source-facts.ts';

/** A body with every part a text gives it. */
type Parts = readonly { readonly name: string; readonly role: Role }[];

/** Which parts in the source bear out a part in the statement. */
const BORNE_OUT: Readonly<Record<Role, readonly Role[]>> = {
  lead: ['lead', 'given'],
  coordinate: ['coordinate', 'given'],
  given: ['lead', 'given', 'named', 'monitor'],
  monitor: ['monitor', 'given'],
  named: ['lead', 'given', 'coordinate', 'monitor', 'named'],
};

/** Every body a statement names is named in what it cites, and has the part there that the statement gives it. */
export function checkAgencies(own: string, grounds: Grounds): string | null {
  const said = rolesIn(own);
  if (said.length === 0) return null;
  const parts = partsOf(grounds);
  for (const { agency, roles } of said) {
    const [role] = roles;
    const printed = parts.filter(({ name }) => isSame(name, agency.name));
    const form = agency.kind === 'open' ? capitalised(agency.printed) : agency.printed;
    if (printed.length === 0 && !isPrintedIn(grounds.sources, form)) {
      return `${agency.printed} không có trong đoạn được dẫn.`;
    }
    const borneOut =
      printed.length > 0
        ? printed.some((part) => BORNE_OUT[role].includes(part.role))
        : role === 'named' || grounds.places.some((place) => isGiven(place, form, role));
    if (!borneOut) return `${agency.printed} không giữ vai trò này trong đoạn được dẫn.`;
  }
  return null;
}

/** A name read from its first word on may run into the words after it: it ends with its last capital. */
function capitalised(printed: string): string {
  return /^.*\p{Lu}[\p{L}\p{M}]*/u.exec(printed)?.[0] ?? printed;
}

/** Two names that begin otherwise are never one body, and most are told apart so. */
function isSame(a: string, b: string): boolean {
  return a === b || (a.slice(0, 2).toLowerCase() === b.slice(0, 2).toLowerCase() && sameAgency(a, b));
}

/** Provinces named are those of the cited documents or stand in the quotes. */
export function checkProvinces(own: string, grounds: Grounds): string | null {
  for (const name of provincesIn(own)) {
    const known =
      grounds.views.some(({ document }) => document.province === name) ||
      grounds.sources.some((source) => provincesIn(source).has(name));
    if (!known) return `${name} không phải địa phương của văn bản được dẫn.`;
  }
  return null;
}

function partsOf({ places, metadata }: Grounds): Parts {
  return [...places.flatMap(partsAt), ...agenciesIn(metadata).map(({ name }) => ({ name, role: 'named' as const }))];
}

const known = new WeakMap<CitedPlace, Parts>();

/** The bodies of a cited place; the words round a bare name tell its part, as do its heading and its column. */
function partsAt(place: CitedPlace): Parts {
  const found = known.get(place);
  if (found !== undefined) return found;
  const parts = [
    ...place.passages.flatMap(partsIn).filter(({ name }) => isCited(name, place)),
    ...namesIn(place.quote, 'named'),
    ...place.headings.flatMap((heading) =>
      partsGiven(heading).map(({ name, role }) => ({ name, role: role === 'named' ? ('given' as const) : role })),
    ),
  ];
  known.set(place, parts);
  return parts;
}

function isCited(name: string, { quote }: CitedPlace): boolean {
  return agenciesIn(quote).some((mention) => isSame(mention.name, name));
}

function partsIn({ table, text }: Passage): Parts {
  if (table === null) return partsGiven(text);
  return table.cells.flatMap((cell, i) => namesIn(cell, roleOfColumn(table.columns[i] ?? '')));
}

function partsGiven(text: string): Parts {
  return rolesIn(text).flatMap(({ agency, roles }) => roles.map((role) => ({ name: agency.name, role })));
}

function namesIn(text: string, role: Role): Parts {
  return agenciesIn(text).map(({ name }) => ({ name, role }));
}

function roleOfColumn(column: string): Role {
  if (/phối hợp/iu.test(column)) return 'coordinate';
  if (/theo dõi|đánh giá|giám sát/iu.test(column)) return 'monitor';
  if (/chủ trì|đầu mối|thực hiện|phụ trách|tham mưu/iu.test(column)) return 'lead';
  return 'named';
}

/** A body the lexicon reads otherwise in the source ("chính quyền, các ngành"): the words next to it decide. */
function isGiven({ passages, quote }: CitedPlace, printed: string, role: Role): boolean {
  const texts = passages.length > 0 ? passages.map(({ text }) => text) : [quote];
  return texts.some((text) => {
    const at = text.toLowerCase().indexOf(printed.toLowerCase());
    if (at === -1) return false;
    const before = text.slice(Math.max(0, at - 160), at);
    if (role === 'coordinate') return /phối hợp[^.;]*$/iu.test(before);
    return role !== 'lead' || !/phối hợp[^.;]*$/iu.test(before);
  });
}
