import type { OpenApiDocument } from '../../http/openapi-route.ts';
import { page } from '../layout.tsx';

const METHODS = ['get', 'post', 'delete'] as const;

/** The OpenAPI document to be read: one section per operation. Nothing is loaded from another host. */
export function apiDocsPage(document: OpenApiDocument) {
  return page({
    title: 'Giao diện lập trình',
    section: null,
    wide: true,
    children: (
      <>
        <h1>Giao diện lập trình</h1>
        <p>
          Toàn bộ mô tả ở dạng OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a>. Lỗi trả về theo RFC 9457
          (application/problem+json).
        </p>
        {Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
          METHODS.flatMap((method) => {
            const operation = item[method];
            if (operation === undefined) return [];
            return [
              <section class="operation">
                <h2>
                  <code>
                    {method.toUpperCase()} {path}
                  </code>
                </h2>
                <p>{operation.summary}</p>
                {operation.description !== undefined && <p>{operation.description}</p>}
                {operation.parameters !== undefined && <Schema name="Tham số" value={operation.parameters} />}
                {operation.requestBody !== undefined && <Schema name="Nội dung gửi" value={operation.requestBody} />}
                <Schema name="Trả về" value={operation.responses} />
              </section>,
            ];
          }),
        )}
        <h2>Kiểu dữ liệu</h2>
        {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
          <Schema name={name} value={schema} />
        ))}
      </>
    ),
  });
}

function Schema({ name, value }: { readonly name: string; readonly value: unknown }) {
  return (
    <details>
      <summary>{name}</summary>
      <section class="table-scroll" tabindex={0} aria-label={name}>
        <pre>{JSON.stringify(value, null, 2)}</pre>
      </section>
    </details>
  );
}
