/**
 * The published generation is missing, altered, or not what this program can use; the message is one sentence with the
 * command that mends it. Nothing can be answered from it meanwhile.
 */
export class UnusableIndexError extends Error {
  override readonly name = 'UnusableIndexError';
}
