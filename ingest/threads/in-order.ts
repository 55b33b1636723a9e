/**
 * Works on items, so many at a time, and yields the results in the order of the items. No more results than that wait
 * for their turn, however many items there are. The first piece of work that fails ends it.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const going: Promise<Result>[] = [];
  for await (const item of items) {
    const piece = work(item);
    // One that fails while nobody waits for it is told of when its turn comes, or not at all when an earlier one failed.
    piece.catch(() => {});
    going.push(piece);
    const [first] = going;
    if (going.length < width || first === undefined) continue;
    going.shift();
    yield await first;
  }
  for (const piece of going) yield await piece;
}
