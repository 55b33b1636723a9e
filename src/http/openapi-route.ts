import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './app-env.ts';

export type OpenApiDocument = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

/** The OpenAPI document of every route registered so far, made once when first asked for. */
export function openApiDocument(app: OpenAPIHono<AppEnv>): () => OpenApiDocument {
  let made: OpenApiDocument | null = null;
  return () => {
    made ??= app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Hỏi đáp chính sách',
        version: '0.1.0',
        description: 'Trả lời câu hỏi về văn bản chính sách, mỗi câu kèm trích dẫn nguyên văn và số dòng.',
      },
    });
    return made;
  };
}
