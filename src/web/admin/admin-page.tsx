import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../../http/app-env.ts';
import { FEEDBACK_REASONS } from '../ask/texts.ts';
import { page } from '../layout.tsx';

/**
 * Quản trị. The page holds nothing secret: its script asks the API with the token that is typed in. Where documents
 * cannot be uploaded it says how they come in.
 */
export function addAdminPage(app: OpenAPIHono<AppEnv>, { uploads }: { readonly uploads: boolean }): void {
  app.get('/quan-tri', (c) =>
    c.html(
      page({
        title: 'Quản trị',
        section: 'admin',
        scripts: ['admin.js'],
        wide: true,
        children: (
          <>
            <h1>Quản trị</h1>
            <noscript>
              <p class="notice">Trang này cần JavaScript. Không có JavaScript thì dùng lệnh “npm run ingest”.</p>
            </noscript>
            <form id="dang-nhap" class="filters">
              <label class="field">
                <span>Mã quản trị</span>
                <input type="password" name="token" autocomplete="current-password" required />
              </label>
              <button type="submit">Vào</button>
            </form>
            <p id="tinh-trang" role="status" />
            <div id="bang-dieu-khien" hidden>
              {uploads ? <UploadForm /> : <HowDocumentsCome />}
              <section aria-labelledby="kho">
                <h2 id="kho">Văn bản trong kho</h2>
                <div id="danh-sach" />
              </section>
              <section aria-labelledby="chua-tra-loi">
                <h2 id="chua-tra-loi">Câu hỏi chưa trả lời được</h2>
                <div id="cau-hoi-chua-tra-loi" />
              </section>
              <section aria-labelledby="phan-hoi">
                <h2 id="phan-hoi">Phản hồi</h2>
                <div id="danh-sach-phan-hoi" data-reasons={JSON.stringify(FEEDBACK_REASONS)} />
              </section>
            </div>
          </>
        ),
      }),
    ),
  );
}

function UploadForm() {
  return (
    <section aria-labelledby="tai-len">
      <h2 id="tai-len">Tải văn bản lên</h2>
      <form id="tai-tep">
        <label class="field">
          <span>Tệp văn bản (txt, md, html, docx, pdf)</span>
          <input type="file" name="files" multiple required accept=".txt,.md,.html,.htm,.docx,.pdf" />
        </label>
        <p>
          <button type="submit">Tải lên và nạp</button>
        </p>
      </form>
      <div id="tien-do" aria-live="polite" />
    </section>
  );
}

function HowDocumentsCome() {
  return (
    <p class="notice">
      Bản này đọc văn bản từ một bản chụp. Để thêm hoặc bỏ văn bản: chạy “npm run ingest” trên máy quản trị, rồi “npm
      run deploy:worker”.
    </p>
  );
}
