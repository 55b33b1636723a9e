import type { Answer, Statement } from '../../answering/answer.ts';
import { passageHref } from '../links.ts';
import { answerBlocks } from './answer-text.ts';
import { CitationCard } from './citation-card.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import { markedTerms } from './marked-words.tsx';
import { STATUS_TEXTS } from './texts.ts';

export interface AnswerViewProps {
  readonly answer: Answer;
  readonly question: string;
}

/** One question with its answer, sources, notes, follow-ups and the question whether it helped. */
export function AnswerView({ answer, question }: AnswerViewProps) {
  const terms = markedTerms(`${question} ${answer.standaloneQuestion}`);
  const status = STATUS_TEXTS[answer.status];
  const declined = answer.status === 'not_found' || answer.status === 'out_of_scope';
  return (
    <article class={`answer answer-${answer.status}`} id={`tra-loi-${answer.id}`} data-answer={answer.id}>
      <h2 class="question">{question}</h2>
      {status !== undefined && <p class="answer-status">{status}</p>}
      <div class="answer-text">
        {answerBlocks(answer.statements).map((block, i) =>
          block.kind === 'list' ? (
            <ul>
              {block.statements.map((statement) => (
                <li>
                  <StatementText statement={statement} answer={answer} />
                </li>
              ))}
            </ul>
          ) : (
            <p class={i === 0 ? 'lead' : ''}>
              {block.statements.map((statement) => (
                <>
                  <StatementText statement={statement} answer={answer} />{' '}
                </>
              ))}
            </p>
          ),
        )}
      </div>
      <Basis answer={answer} terms={terms} />
      <Notes answer={answer} />
      {declined && <NextSteps />}
      <FollowUps answer={answer} />
      {answer.status !== 'chat' && <FeedbackForm answerId={answer.id} />}
    </article>
  );
}

function StatementText({ statement, answer }: { readonly statement: Statement; readonly answer: Answer }) {
  return (
    <>
      {statement.text}
      {statement.citations.map((n) => {
        const citation = answer.citations.find((candidate) => candidate.n === n);
        if (citation === undefined) return null;
        return (
          <a
            class="chip"
            href={passageHref(citation.documentId, citation.span)}
            data-source={citation.documentId}
            data-lines={`${citation.source.startLine}-${citation.source.endLine}`}
            data-span={`${citation.span.start}-${citation.span.end}`}
            aria-label={`Căn cứ ${n}: ${citation.documentNumber ?? citation.documentId}`}
          >
            {n}
          </a>
        );
      })}
    </>
  );
}

function Basis({ answer, terms }: { readonly answer: Answer; readonly terms: ReadonlySet<string> }) {
  if (answer.citations.length === 0) return null;
  return (
    <section class="basis" aria-label="Căn cứ">
      <h3>Căn cứ</h3>
      <ol>
        {answer.citations.map((citation) => (
          <CitationCard citation={citation} anchor={`can-cu-${answer.id}-${citation.n}`} terms={terms} />
        ))}
      </ol>
    </section>
  );
}

function Notes({ answer }: { readonly answer: Answer }) {
  if (answer.notes.length === 0) return null;
  return (
    <section class="notes" aria-label="Lưu ý">
      <h3>Lưu ý</h3>
      {answer.notes.map((note) => (
        <p>
          {note.text}
          {note.basis !== null && <span class="quiet"> ({note.basis})</span>}
        </p>
      ))}
    </section>
  );
}

function NextSteps() {
  return (
    <div class="next-steps">
      <h3>Có thể làm tiếp</h3>
      <ul>
        <li>Hỏi lại kèm tên tỉnh, tên cơ quan hoặc số văn bản.</li>
        <li>
          Xem <a href="/van-ban">danh sách văn bản</a> hoặc <a href="/chi-tieu">bảng chỉ tiêu</a> hiện có.
        </li>
        <li>Liên hệ cơ quan ban hành nếu cần thủ tục, mức tiền hoặc hồ sơ cụ thể.</li>
      </ul>
    </div>
  );
}

const MOST_FOLLOW_UPS = 3;

function FollowUps({ answer }: { readonly answer: Answer }) {
  const shown = answer.status === 'clarify' ? answer.followUps : answer.followUps.slice(0, MOST_FOLLOW_UPS);
  if (shown.length === 0) return null;
  return (
    <form class="follow-ups" method="post" action="/">
      <h3>{answer.status === 'clarify' ? 'Chọn một ý' : 'Hỏi tiếp'}</h3>
      {shown.map((question) => (
        <button type="submit" name="cau-hoi" value={question} class="secondary">
          {question}
        </button>
      ))}
    </form>
  );
}
