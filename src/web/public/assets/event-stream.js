/**
 * The events of a response body, as they come. `EventSource` cannot send a body, hence by hand.
 *
 * @param {Response} response
 * @returns {AsyncGenerator<{ event: string, data: any }, void>}
 */
export async function* readEvents(response) {
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield parse(block);
  }
}

/** @param {string} block */
function parse(block) {
  const lines = block.split('\n');
  const event = lines.find((line) => line.startsWith('event: '))?.slice(7) ?? 'message';
  const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
  return { event, data: JSON.parse(data.join('\n')) };
}
