/**
 * Reads by id, where what is asked for in one turn of the event loop is read at once: the documents that a question opens
 * side by side are one round trip. Ids that are not found give null; when the read fails, all that waited for it do.
 */
export function askedTogether<T>(
  readMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (id: string) => Promise<T | null> {
  let pending: { readonly ids: string[]; readonly found: Promise<ReadonlyMap<string, T>> } | null = null;
  const begin = () => {
    const ids: string[] = [];
    const found = Promise.resolve().then(() => {
      pending = null;
      return readMany(ids);
    });
    return { ids, found };
  };
  return async (id) => {
    pending ??= begin();
    pending.ids.push(id);
    return (await pending.found).get(id) ?? null;
  };
}
