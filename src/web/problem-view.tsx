import type { ProblemError } from '../http/problem.ts';
import { toProblem } from '../http/problem.ts';
import { page } from './layout.tsx';

/** What happened and what to do, within a page. */
export function ProblemBox({ problem }: { readonly problem: ProblemError }) {
  const { title, detail } = toProblem(problem);
  return (
    <div class="problem" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
    </div>
  );
}

/** A page that is nothing but a problem. */
export function problemPage(problem: ProblemError) {
  const { title, detail } = toProblem(problem);
  return page({
    title,
    section: null,
    children: (
      <>
        <h1>{title}</h1>
        <p>{detail}</p>
        <p>
          <a href="/">Về trang hỏi đáp</a> hoặc <a href="/van-ban">xem danh sách văn bản</a>.
        </p>
      </>
    ),
  });
}
