/** Draws names, old ones again and again and now and then a new one. */
export interface NameUrn {
  draw(): string;
}

/**
 * A Pitman–Yor urn: of `drawn` draws that gave `known` names so far, the next is new with probability
 * (θ + d · known) / (θ + drawn), else one drawn before, the likelier the more often it was. The number of different
 * names then grows as draws^d, which is Heaps' law, and how often each comes up follows Zipf's.
 */
export function nameUrn(
  invent: () => string,
  random: () => number,
  { discount = 0.6, strength = 20 }: { readonly discount?: number; readonly strength?: number } = {},
): NameUrn {
  const draws: string[] = [];
  let known = 0;
  return {
    draw: () => {
      const isNew = random() < (strength + discount * known) / (strength + draws.length);
      const name = isNew ? invent() : (draws[Math.floor(random() * draws.length)] ?? invent());
      if (isNew) known += 1;
      draws.push(name);
      return name;
    },
  };
}
