/** The shape of a folded Vietnamese syllable: onset, nucleus, coda. Says nothing about whether the word exists. */
const ONSET = '(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?';
const NUCLEUS =
  '(?:uye|uyu|uya|uou|uoi|uay|uai|ieu|yeu|oai|oay|oeo|oao|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])';
/** k stands in names of the Central Highlands: Đắk Lắk. */
const CODA = '(?:ng|nh|ch|[ckmnpt])?';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`);

/** Could this folded word be a Vietnamese syllable? */
export function isSyllable(folded: string): boolean {
  return SYLLABLE.test(folded);
}
