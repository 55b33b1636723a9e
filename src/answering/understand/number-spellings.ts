/** "đợt 2" is printed "đợt 02" too. */
export function spellings(terms: readonly string[]): readonly (readonly string[])[] {
  const other = terms.map((term) => (/^[1-9]$/.test(term) ? `0${term}` : /^0[1-9]$/.test(term) ? term.slice(1) : term));
  return other.every((term, i) => term === terms[i]) ? [terms] : [terms, other];
}
