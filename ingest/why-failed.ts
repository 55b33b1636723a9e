/** What a command says when it ends with an error: a sentence for what a person did, the whole error for a defect. */
export function whyFailed(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    const option = /'(-[^' ]*)/.exec(error.message)?.[1];
    return `Không hiểu tùy chọn ${option ?? 'đã nêu'}. Xem các tùy chọn bằng --help.`;
  }
  // Errors of this project's own classes carry a sentence with the remedy; others are defects and keep their stack.
  return error.name === 'Error' || error.name.startsWith('Type') || error.name.startsWith('Range')
    ? (error.stack ?? error.message)
    : error.message;
}
