import { addAnswerActions, questionAddress } from './answer-actions.js';
import { deleteConversation, loadConversations, saveConversation } from './conversations.js';
import { create, createButton, find, fromServer } from './element.js';
import { readEvents } from './event-stream.js';
import { installSourcePanel } from './source-panel.js';

/** @typedef {import('./conversations.js').Conversation} Conversation */
/** @typedef {import('./answer-actions.js').Asked} Asked */

/** Turns of the conversation sent along: the service takes up to twenty. */
const TURNS = 20;

const form = find('#hoi', HTMLFormElement);
const box = find('#cau-hoi', HTMLTextAreaElement);
const thread = find('#hoi-thoai', HTMLElement);
const announcement = find('#thong-bao', HTMLElement);
const main = find('main', HTMLElement);

/** @type {Conversation} */
let conversation = { id: crypto.randomUUID?.() ?? String(Date.now()), at: Date.now(), exchanges: [] };

/** @type {AbortController | null} */
let underWay = null;

adoptServerAnswer();
installSourcePanel();
if (conversation.exchanges.length === 0) showConversations();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(box.value);
});

box.addEventListener('keydown', (event) => {
  // Enter asks, Shift+Enter breaks the line; while a Vietnamese input method composes, Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[name="cau-hoi"]') : null;
  if (!(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  ask(button.value);
});

/** @param {string} text */
async function ask(text) {
  const question = text.trim();
  if (question === '') {
    box.focus();
    return;
  }
  underWay?.abort();
  const stop = new AbortController();
  underWay = stop;
  startThread();
  box.value = '';
  const pending = pendingAnswer(question, stop);
  thread.append(pending.article);
  pending.article.scrollIntoView({ block: 'start' });
  const asked = { question, province: String(new FormData(form).get('tinh') ?? '') };
  try {
    const answered = await stream(asked, pending, stop.signal);
    show(answered, asked, pending.article);
  } catch (error) {
    pending.fail(stop.signal.aborted ? 'Đã dừng.' : messageOf(error));
    if (!stop.signal.aborted) box.value = question;
  } finally {
    if (underWay === stop) underWay = null;
  }
}

/**
 * @param {Asked} asked
 * @param {ReturnType<typeof pendingAnswer>} pending
 * @param {AbortSignal} signal
 * @returns {Promise<{ html: string, text: string, id: string }>}
 */
async function stream({ question, province }, pending, signal) {
  const history = conversation.exchanges.flatMap((exchange) => [
    { role: 'user', content: exchange.question },
    { role: 'assistant', content: exchange.text },
  ]);
  const response = await fetch('/tra-loi', {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({
      question,
      history: history.slice(-TURNS),
      conversationId: conversation.id,
      ...(province === '' ? {} : { filters: { province } }),
    }),
  });
  if (!response.ok) throw new Problem((await response.json()).detail);
  for await (const { event, data } of readEvents(response)) {
    if (event === 'status') pending.progress(data.text);
    if (event === 'delta') pending.write(data.text);
    if (event === 'error') throw new Problem(data.detail);
    if (event === 'answer') return data;
  }
  throw new Problem('Kết nối bị ngắt trước khi có câu trả lời. Hãy gửi lại câu hỏi.');
}

/** What the service says went wrong, in words for the reader. */
class Problem extends Error {}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Problem ? error.message : 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi gửi lại.';
}

/** @param {string} question @param {AbortController} stop */
function pendingAnswer(question, stop) {
  const article = create('article', 'answer');
  const progress = create('p', 'progress', 'Đang gửi câu hỏi …');
  const text = create('div', 'answer-text');
  const line = create('p', 'lead');
  const stopButton = createButton('Dừng', 'secondary', () => stop.abort());
  text.append(line);
  article.append(create('h2', 'question', question), progress, text, stopButton);
  return {
    article,
    /** @param {string} words */
    progress: (words) => {
      progress.textContent = words;
    },
    /** @param {string} words */
    write: (words) => line.append(words),
    /** @param {string} words */
    fail: (words) => {
      progress.remove();
      stopButton.remove();
      const problem = create('div', 'problem', words);
      problem.setAttribute('role', 'alert');
      article.append(problem);
    },
  };
}

/**
 * @param {{ html: string, text: string }} answered
 * @param {Asked} asked
 * @param {HTMLElement} place
 */
function show({ html, text }, asked, place) {
  const content = fromServer(html);
  const answer = content.firstElementChild;
  place.replaceWith(content);
  if (answer !== null) addAnswerActions(answer, asked);
  conversation.exchanges.push({ ...asked, text, html });
  saveConversation(conversation);
  history.replaceState(null, '', questionAddress(asked));
  // Announced once, when it is whole.
  announcement.textContent = `Đã có câu trả lời. ${answer?.querySelector('.answer-text')?.textContent ?? ''}`;
}

/** The question box goes below what has been said. */
function startThread() {
  main.classList.add('asked');
  box.placeholder = 'Hỏi tiếp';
  for (const part of document.querySelectorAll('.intro, .examples, .conversations')) part.remove();
  main.querySelector('h1')?.classList.add('visually-hidden');
}

/** An answer that came with the page (a shared link, or a form sent before this script ran) begins the conversation. */
function adoptServerAnswer() {
  for (const answer of thread.querySelectorAll('.answer')) {
    const question = answer.querySelector('.question')?.textContent ?? '';
    const text = answer.querySelector('.answer-text')?.textContent ?? '';
    const asked = { question, province: String(new FormData(form).get('tinh') ?? '') };
    conversation.exchanges.push({ ...asked, text, html: answer.outerHTML });
    addAnswerActions(answer, asked);
    main.classList.add('asked');
  }
}

function showConversations() {
  const stored = loadConversations();
  if (stored.length === 0) return;
  const section = create('section', 'conversations');
  const list = create('ul', '');
  for (const kept of stored) {
    const item = create('li', '');
    const first = kept.exchanges[0]?.question ?? '';
    item.append(
      createButton(first, 'plain-button', () => resume(kept)),
      createButton('Xóa', 'plain-button', () => {
        deleteConversation(kept.id);
        item.remove();
        if (list.childElementCount === 0) section.remove();
      }),
    );
    item.lastElementChild?.setAttribute('aria-label', `Xóa cuộc trao đổi: ${first}`);
    list.append(item);
  }
  const details = create('details', '');
  details.append(create('summary', '', `Các cuộc trao đổi trước (${stored.length})`), list);
  section.append(details);
  form.after(section);
}

/** @param {Conversation} kept */
function resume(kept) {
  conversation = kept;
  startThread();
  for (const { question, province = '', html } of kept.exchanges) {
    const content = fromServer(html);
    const answer = content.firstElementChild;
    thread.append(content);
    if (answer !== null) {
      for (const added of answer.querySelectorAll('.answer-actions')) added.remove();
      addAnswerActions(answer, { question, province });
    }
  }
  box.focus();
}
