import { FEEDBACK_REASONS } from './texts.ts';

/** "Was this useful?", with reasons for a no. A plain form: it works without scripts, which only save the reload. */
export function FeedbackForm({ answerId }: { readonly answerId: string }) {
  return (
    <form class="feedback" method="post" action="/phan-hoi">
      <input type="hidden" name="answerId" value={answerId} />
      <fieldset class="feedback-choice">
        <legend>Câu trả lời này có ích không?</legend>
        <button type="submit" name="rating" value="up" class="secondary">
          Có
        </button>
        <details>
          <summary class="button secondary">Không</summary>
          <fieldset>
            <legend>Vì sao?</legend>
            {Object.entries(FEEDBACK_REASONS).map(([value, label]) => (
              <label class="choice">
                <input type="radio" name="reason" value={value} />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
          <label class="field">
            <span>Nói thêm nếu muốn (không ghi thông tin cá nhân)</span>
            <textarea name="comment" rows={2} maxlength={1000} />
          </label>
          <button type="submit" name="rating" value="down">
            Gửi phản hồi
          </button>
        </details>
      </fieldset>
    </form>
  );
}
