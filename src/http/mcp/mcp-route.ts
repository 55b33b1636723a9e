import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import type { AskFor } from '../ask/ask-events.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { problemResponses } from '../problem-schema.ts';
import { strictJson } from '../strict-json.ts';

export interface McpRouteDeps {
  readonly openLibrary: OpenLibrary;
  readonly askFor: AskFor;
}

/** One message of the protocol; what it may hold is the protocol's own matter. */
const JsonRpcMessage = z
  .looseObject({ jsonrpc: z.literal('2.0'), method: z.string().optional(), id: z.unknown().optional() })
  .openapi('JsonRpcMessage');

const ROUTE = createRoute({
  method: 'post',
  path: '/mcp',
  summary: 'Máy chủ Model Context Protocol (streamable HTTP)',
  description: 'Công cụ: ask, search_passages, list_targets, list_assignments, get_document. Không dùng phiên.',
  request: { body: { required: true, content: { 'application/json': { schema: JsonRpcMessage } } } },
  responses: {
    200: { description: 'Kết quả theo JSON-RPC', content: { 'application/json': { schema: JsonRpcMessage } } },
    202: { description: 'Đã nhận một thông báo' },
    ...problemResponses(400, 413, 415, 429, 503),
  },
});

/**
 * POST /mcp: Model Context Protocol over streamable HTTP, without sessions, so that any process can answer any request.
 * The protocol's library is loaded with the first request: most services are never asked.
 */
export function addMcpRoute(app: OpenAPIHono<AppEnv>, { openLibrary, askFor }: McpRouteDeps): void {
  // The transport validates messages itself; the route only stands in the description.
  app.openAPIRegistry.registerPath(ROUTE);
  app.post(ROUTE.path, strictJson(), needsLibrary(openLibrary), async (c) => {
    const [{ mcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('./mcp-server.ts'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ]);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcpServer(c.var.library, askFor).connect(transport);
    return transport.handleRequest(c.req.raw, { parsedBody: await c.req.json() });
  });
}
