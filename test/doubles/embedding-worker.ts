import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import { openStaticModel } from '../../src/model/static-model.ts';

/** A worker that embeds: the weights are the body of the request, the texts its parameter `text`. */
export default {
  async fetch(request: Request): Promise<Response> {
    const embeddings = new StaticEmbeddings(await openStaticModel(new Uint8Array(await request.arrayBuffer())));
    return Response.json(await embeddings.embedDocuments(new URL(request.url).searchParams.getAll('text')));
  },
};
