/**
 * A name for the next generation: the moment, for people, and chance, so that no name comes twice.
 *
 * @example generationName(new Date('2026-01-02T03:04:05Z')) // '20260102T030405Z-9f86d081'
 */
export function generationName(now: Date): string {
  const moment = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${moment}-${crypto.randomUUID().slice(0, 8)}`;
}
