import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import type { AskFor } from '../ask/ask-events.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { strictJson } from '../strict-json.ts';

export interface McpRouteDeps {
  readonly openLibrary: OpenLibrary;
  readonly askFor: AskFor;
}

/**
 * POST /mcp: Model Context Protocol over streamable HTTP, without sessions, so that any process can answer any request.
 * The protocol's library is loaded with the first request: most services are never asked.
 */
export function addMcpRoute(app: OpenAPIHono<AppEnv>, { openLibrary, askFor }: McpRouteDeps): void {
  app.post('/mcp', strictJson(), needsLibrary(openLibrary), async (c) => {
    const [{ mcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('./mcp-server.ts'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ]);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcpServer(c.var.library, askFor).connect(transport);
    return transport.handleRequest(c.req.raw, { parsedBody: await c.req.json() });
  });
}
