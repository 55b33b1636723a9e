import type { PolicyDocument } from '../../document/policy-document.ts';
import { fold } from '../../vietnamese/fold.ts';

/** The documents of a generation by what a question may name of them: nothing asked of it reads them all. */
export interface DocumentDirectory {
  /** Ids in the order of the documents. */
  readonly ids: readonly string[];
  /** Every province that has a document, in the order of the alphabet. */
  readonly provinces: readonly string[];
  byId(id: string): PolicyDocument | null;
  ofProvince(province: string): readonly PolicyDocument[];
  /** Of a type, folded ("ke hoach"). */
  ofType(type: string): readonly PolicyDocument[];
  issuedIn(year: string): readonly PolicyDocument[];
  /** Whose own number begins with this one, without leading zeros: "50" for 50/KH-UBND; '' for those without one. */
  numbered(number: string): readonly PolicyDocument[];
  /** The numbers beginning with this one that documents are based on or replace. */
  spokenOf(number: string): ReadonlySet<string>;
  /** Documents that say they replace one of this number. */
  replacing(number: string): readonly PolicyDocument[];
  /** Brings documents into the order they have in the generation. */
  inOrder(documents: Iterable<PolicyDocument>): readonly PolicyDocument[];
}

/** The directory of these documents, made when it is first asked for and kept as long as they are. */
export function directoryOf(documents: readonly PolicyDocument[]): DocumentDirectory {
  const known = DIRECTORIES.get(documents);
  if (known !== undefined) return known;
  const made = makeDirectory(documents);
  DIRECTORIES.set(documents, made);
  return made;
}

const DIRECTORIES = new WeakMap<readonly PolicyDocument[], DocumentDirectory>();

function makeDirectory(documents: readonly PolicyDocument[]): DocumentDirectory {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const places = new Map(documents.map((document, place) => [document, place]));
  const byProvince = Map.groupBy(documents, ({ province }) => province ?? '');
  const byType = Map.groupBy(documents, ({ type }) => fold(type ?? ''));
  const byYear = Map.groupBy(documents, ({ issuedOn }) => (issuedOn ?? '').slice(0, 4));
  const byNumber = Map.groupBy(documents, ({ number }) => leadingNumber(number ?? ''));
  const spokenOf = new Map<string, Set<string>>();
  const replacing = new Map<string, PolicyDocument[]>();
  for (const document of documents) {
    for (const number of [...document.basedOn, ...document.replaces]) {
      getOr(spokenOf, leadingNumber(number), () => new Set<string>()).add(number);
    }
    for (const number of new Set(document.replaces)) getOr(replacing, number, () => []).push(document);
  }
  return {
    ids: [...byId.keys()],
    provinces: [...byProvince.keys()].filter((province) => province !== '').sort((a, b) => a.localeCompare(b, 'vi')),
    byId: (id) => byId.get(id) ?? null,
    ofProvince: (province) => byProvince.get(province) ?? [],
    ofType: (type) => byType.get(type) ?? [],
    issuedIn: (year) => byYear.get(year) ?? [],
    numbered: (number) => byNumber.get(number) ?? [],
    spokenOf: (number) => spokenOf.get(number) ?? new Set(),
    replacing: (number) => replacing.get(number) ?? [],
    inOrder: (some) => [...new Set(some)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
  };
}

/** "8" for 08-CT/TU; '' for what does not begin with a number. */
function leadingNumber(number: string): string {
  return /^0*(\d+)/.exec(fold(number).replace(/\s/g, ''))?.[1] ?? '';
}

function getOr<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
