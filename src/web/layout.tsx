import { html } from 'hono/html';
import type { Child } from 'hono/jsx';

/** Pages of the main navigation. */
export type Section = 'ask' | 'documents' | 'targets' | 'assignments' | 'guide' | 'admin' | null;

const NAVIGATION = [
  { section: 'ask', href: '/', label: 'Hỏi đáp' },
  { section: 'documents', href: '/van-ban', label: 'Văn bản' },
  { section: 'targets', href: '/chi-tieu', label: 'Chỉ tiêu' },
  { section: 'assignments', href: '/nhiem-vu', label: 'Nhiệm vụ' },
  { section: 'guide', href: '/huong-dan', label: 'Hướng dẫn' },
] as const;

export interface PageProps {
  readonly title: string;
  readonly section: Section;
  /** Scripts of the page, by name in the assets folder. */
  readonly scripts?: readonly string[];
  /** Wide pages hold tables and side-by-side columns; others keep to a reading measure. */
  readonly wide?: boolean;
  readonly children: Child;
}

/** A whole page, from doctype to footer. */
export function page({ title, section, scripts = [], wide = false, children }: PageProps) {
  return html`<!doctype html>${(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === SITE_NAME ? title : `${title} – ${SITE_NAME}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        {scripts.map((name) => (
          <script type="module" src={`/assets/${name}`} />
        ))}
      </head>
      <body>
        <a class="skip-link" href="#noi-dung">
          Đến nội dung chính
        </a>
        <Header section={section} />
        <main id="noi-dung" class={wide ? 'wide' : ''} tabindex={-1}>
          {children}
        </main>
        <Footer />
      </body>
    </html>
  )}`;
}

const SITE_NAME = 'Hỏi đáp chính sách';

function Header({ section }: { readonly section: Section }) {
  return (
    <header class="site-header">
      <div class="site-header-inner">
        <a class="site-name" href="/">
          {SITE_NAME}
        </a>
        <nav aria-label="Các trang">
          <ul>
            {NAVIGATION.map((item) => (
              <li>
                <a href={item.href} aria-current={item.section === section ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Footer() {
  return (
    <footer class="site-footer">
      <p>
        Câu trả lời dựa trên nguyên văn các văn bản trong kho và không thay cho ý kiến của cơ quan ban hành. Khi làm thủ
        tục, hãy đối chiếu với bản chính thức.
      </p>
      <p>
        <a href="/van-ban">Danh sách văn bản</a> · <a href="/docs">Dành cho lập trình viên</a>
      </p>
    </footer>
  );
}
