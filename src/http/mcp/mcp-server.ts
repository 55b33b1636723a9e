import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { AskRequest } from '../../answering/ask.ts';
import { type AskFor, lastAnswer } from '../ask/ask-events.ts';
import { Question } from '../ask/ask-schema.ts';
import { assignmentJson } from '../json/assignment-json.ts';
import { documentJson } from '../json/document-json.ts';
import { outlineJson } from '../json/outline-json.ts';
import { targetJson } from '../json/target-json.ts';
import type { Library } from '../library.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';
import { inDocuments } from '../reading/in-documents.ts';
import { describeHits } from '../reading/search-hits.ts';

const LIMIT = z.number().int().min(1).max(200).default(50).describe('Số kết quả tối đa');
const OPTIONAL = z.string().max(300).optional();
const READ_ONLY = { readOnlyHint: true, openWorldHint: false };

/** The service's tools over one published library. One server per request: it keeps nothing between them. */
export function mcpServer(library: Library, askFor: AskFor): McpServer {
  const server = new McpServer({ name: 'hoi-dap-chinh-sach', version: '0.1.0' });
  const { store } = library;

  server.registerTool(
    'ask',
    {
      description: 'Trả lời một câu hỏi tiếng Việt về văn bản chính sách, kèm trích dẫn nguyên văn và số dòng.',
      inputSchema: { question: Question, province: OPTIONAL.describe('Chỉ hỏi trong văn bản của tỉnh này') },
      annotations: READ_ONLY,
    },
    async ({ question, province }, { signal }) => {
      const filters = { province: province ?? null, documentIds: null };
      const request: AskRequest = { question, history: [], conversationId: null, filters, asOf: null };
      const answer = await lastAnswer(askFor(library.ask, request, signal), signal);
      return result(answer);
    },
  );

  server.registerTool(
    'search_passages',
    {
      description: 'Tìm các đoạn và bản ghi gần với nội dung cần tìm, tốt nhất trước.',
      inputSchema: { query: z.string().min(1).max(2_000), k: z.number().int().min(1).max(100).default(10) },
      annotations: READ_ONLY,
    },
    async ({ query, k }, { signal }) =>
      result({ items: await describeHits(store, await library.search(query, k, signal)) }),
  );

  server.registerTool(
    'list_targets',
    {
      description: 'Liệt kê chỉ tiêu của các kế hoạch, có thể lọc theo tỉnh, năm, nhóm, từ trong tên chỉ tiêu.',
      inputSchema: {
        province: OPTIONAL,
        year: z.number().int().min(1900).max(2200).optional(),
        group: OPTIONAL,
        q: OPTIONAL,
        limit: LIMIT,
      },
      annotations: READ_ONLY,
    },
    async ({ province = null, year = null, group = null, q = null, limit }) => {
      const page = await store.listTargets({ province, year, group, q }, { limit, cursor: null });
      const items = (await inDocuments(store, page.items)).map(([target, document]) => targetJson(target, document));
      return result({ total: page.total, items });
    },
  );

  server.registerTool(
    'list_assignments',
    {
      description: 'Liệt kê nhiệm vụ giao cho cơ quan: chủ trì, phối hợp, thời hạn, chế độ báo cáo.',
      inputSchema: {
        agency: OPTIONAL,
        role: z.enum(['lead', 'coordinate']).optional(),
        province: OPTIONAL,
        q: OPTIONAL,
        limit: LIMIT,
      },
      annotations: READ_ONLY,
    },
    async ({ agency = null, role = null, province = null, q = null, limit }) => {
      const page = await store.listAssignments({ agency, role, province, q }, { limit, cursor: null });
      const items = (await inDocuments(store, page.items)).map(([item, document]) => assignmentJson(item, document));
      return result({ total: page.total, items });
    },
  );

  server.registerTool(
    'get_document',
    {
      description: 'Thông tin và đề cương của một văn bản theo mã.',
      inputSchema: { id: z.string().min(1).max(200) },
      annotations: READ_ONLY,
    },
    async ({ id }) => {
      const ingested = await store.document(id);
      if (ingested === null) {
        return { isError: true, content: [{ type: 'text', text: PROBLEM_TEXTS.documentUnknown(id) }] };
      }
      return result({ ...documentJson(ingested.document), outline: ingested.outline.map(outlineJson) });
    },
  );
  return server;
}

function result(value: unknown) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(value) }] };
}
