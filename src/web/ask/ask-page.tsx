import type { Child } from 'hono/jsx';
import type { Turn } from '../../answering/ask.ts';
import { page } from '../layout.tsx';
import type { ExampleGroup } from './examples.ts';

export interface AskPageProps {
  readonly provinces: readonly string[];
  readonly examples: readonly ExampleGroup[];
  readonly province: string | null;
  /** What stands in the question box. */
  readonly draft: string;
  /** Turns before this one, carried along by the form. */
  readonly history: readonly Turn[];
  /** An answer or a problem, when something was asked. */
  readonly children?: Child;
  /** No index is published yet. */
  readonly unready?: boolean;
}

/** Hỏi đáp. */
export function askPage(props: AskPageProps) {
  const asked = props.children !== undefined;
  return page({
    title: 'Hỏi đáp chính sách',
    section: 'ask',
    scripts: ['ask.js'],
    children: (
      <>
        <h1 class={asked ? 'visually-hidden' : ''}>Hỏi về kế hoạch, chính sách của tỉnh</h1>
        {!asked && (
          <p class="intro">
            Đặt câu hỏi bằng lời thường ngày, có dấu hay không dấu đều được. Mỗi câu trả lời kèm đoạn nguyên văn và số
            dòng để đối chiếu.
          </p>
        )}
        {props.unready === true && (
          <p class="notice">Hệ thống đang đọc các văn bản lần đầu. Hãy tải lại trang sau ít phút.</p>
        )}
        <div id="hoi-thoai">{props.children}</div>
        <QuestionForm {...props} />
        <div id="thong-bao" class="visually-hidden" role="status" />
        {!asked && <Examples groups={props.examples} />}
      </>
    ),
  });
}

function QuestionForm({ provinces, province, draft, history, children }: AskPageProps) {
  const asked = children !== undefined;
  return (
    <form id="hoi" class="question-form" method="post" action="/">
      <label for="cau-hoi">Câu hỏi</label>
      <textarea
        id="cau-hoi"
        name="cau-hoi"
        rows={2}
        maxlength={2000}
        required
        placeholder={asked ? 'Hỏi tiếp' : undefined}
      >
        {draft}
      </textarea>
      {history.length > 0 && <input type="hidden" name="lich-su" value={JSON.stringify(history)} />}
      <div class="question-actions">
        <label class="inline-field">
          <span>Tỉnh</span>
          <select name="tinh">
            <option value="">Tất cả</option>
            {provinces.map((name) => (
              <option value={name} selected={name === province}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Hỏi</button>
      </div>
    </form>
  );
}

function Examples({ groups }: { readonly groups: readonly ExampleGroup[] }) {
  return (
    <form class="examples" method="post" action="/">
      <h2>Có thể hỏi như sau</h2>
      <div class="example-groups">
        {groups.map(({ reader, questions }) => (
          <section>
            <h3>{reader}</h3>
            <ul>
              {questions.map((question) => (
                <li>
                  <button type="submit" name="cau-hoi" value={question} class="example">
                    {question}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </form>
  );
}
