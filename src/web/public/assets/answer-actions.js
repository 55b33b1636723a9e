import { create, createButton } from './element.js';

/**
 * A question with the province it was asked for; '' for all.
 *
 * @typedef {{ question: string, province: string }} Asked
 */

/**
 * Adds to an answer what only a script can do: copy it with its sources, copy a link to the question, and send
 * feedback without leaving the page.
 *
 * @param {Element} answer
 * @param {Asked} asked
 */
export function addAnswerActions(answer, asked) {
  const row = create('p', 'answer-actions');
  row.append(
    createButton('Sao chép kèm căn cứ', 'plain-button', (button) => copy(button, withSources(answer))),
    createButton('Sao chép liên kết câu hỏi', 'plain-button', (button) =>
      copy(button, location.origin + questionAddress(asked)),
    ),
    createButton('In', 'plain-button', () => window.print()),
  );
  const feedback = answer.querySelector('.feedback');
  if (feedback === null) answer.append(row);
  else feedback.before(row);
  if (feedback instanceof HTMLFormElement) sendInPlace(feedback);
}

/**
 * The address under which a question is asked again.
 *
 * @param {Asked} asked
 */
export function questionAddress({ question, province }) {
  return `/?${new URLSearchParams({ hoi: question, ...(province === '' ? {} : { tinh: province }) })}`;
}

/** @param {HTMLButtonElement} button @param {string} text */
async function copy(button, text) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Đã sao chép';
  } catch {
    button.textContent = 'Trình duyệt không cho sao chép';
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2_000);
}

/** @param {Element} answer */
function withSources(answer) {
  const parts = [textOf(answer.querySelector('.question')), statements(answer), 'Căn cứ:'];
  for (const citation of answer.querySelectorAll('.citation')) {
    const number = textOf(citation.querySelector('.citation-number'));
    const head = textOf(citation.querySelector('.citation-head')).slice(number.length).trim();
    const quote = textOf(citation.querySelector('blockquote, .quoted-row'));
    const link = citation.querySelector('.citation-link a');
    const address = link instanceof HTMLAnchorElement ? link.href : '';
    const lines = textOf(citation.querySelector('.citation-link .quiet'));
    parts.push(`[${number}] ${head}, ${lines}: “${quote}”\n${address}`);
  }
  return parts.join('\n\n');
}

/** @param {Element} answer */
function statements(answer) {
  const copyOf = answer.querySelector('.answer-text')?.cloneNode(true);
  if (!(copyOf instanceof HTMLElement)) return '';
  for (const chip of copyOf.querySelectorAll('.chip')) chip.textContent = ` [${chip.textContent}]`;
  return [...copyOf.querySelectorAll('p, li')]
    .map((part) => (part.tagName === 'LI' ? '- ' : '') + textOf(part))
    .join('\n');
}

/** @param {Element | null} element */
function textOf(element) {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** @param {HTMLFormElement} form */
function sendInPlace(form) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    const body = Object.fromEntries([...data].filter(([, value]) => value !== ''));
    const response = await fetch('/api/feedback', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null);
    const message = create(
      'p',
      'feedback-sent',
      response?.ok ? 'Cảm ơn phản hồi của anh/chị.' : 'Chưa gửi được phản hồi. Hãy thử lại sau.',
    );
    message.setAttribute('role', 'status');
    if (response?.ok) form.replaceChildren(message);
    else form.append(message);
  });
}
