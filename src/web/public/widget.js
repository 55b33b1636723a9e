/**
 * The question box for another site's page:
 *
 *     <script src="https://…/widget.js" data-province="Bắc Giang" async></script>
 *
 * It stands where the script stands, in a shadow root, so that neither page changes the other's looks; whether it is
 * light or dark follows the page around it. The other site's address has to be in CORS_ORIGINS.
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const service = new URL(script.src).origin;
  const province = script.dataset.province ?? '';

  // `!important` here outweighs whatever the page around says of the element; sizes in px, since its rem may be anything.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial !important; color-scheme: inherit !important; display: block !important; max-width: 640px !important;
      --ink: #1c1a17; --quiet: #57524b; --paper: #ffffff; --line: #d8d2c6; --field: #7d766b; --accent: #8f1d1d; --on-accent: #ffffff; --link: #174a86; }
    @supports (color: light-dark(#000, #fff)) {
      :host { --ink: light-dark(#1c1a17, #ece8e0); --quiet: light-dark(#57524b, #b5afa5); --paper: light-dark(#ffffff, #1f2124);
        --line: light-dark(#d8d2c6, #3b3d41); --field: light-dark(#7d766b, #8c8a86); --accent: light-dark(#8f1d1d, #f0a39b);
        --on-accent: light-dark(#ffffff, #2a0b0b); --link: light-dark(#174a86, #9cc4f2); }
    }
    .box { padding: 16px; border: 1px solid var(--line); border-radius: 4px; background: var(--paper); color: var(--ink);
      font: 17px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
    form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    label { flex: 1 1 100%; font-weight: 600; }
    textarea { flex: 1 1 220px; font: inherit; padding: 8px 12px; min-height: 48px; box-sizing: border-box; resize: vertical;
      border: 2px solid var(--ink); border-radius: 4px; background: var(--paper); color: inherit; }
    button { font: inherit; min-height: 48px; padding: 8px 24px; border: 1px solid var(--accent); border-radius: 4px; cursor: pointer;
      font-weight: 600; background: var(--accent); color: var(--on-accent); }
    .choice { display: block; margin: 0 0 8px; padding: 8px 16px; text-align: left; font-weight: 400; border-color: var(--field);
      background: none; color: var(--ink); }
    p { margin: 12px 0; white-space: pre-line; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    ol { margin: 12px 0; padding-left: 1.6em; }
    blockquote { margin: 4px 0 12px; font-family: "Noto Serif", Cambria, "Times New Roman", serif; }
    .quiet { color: var(--quiet); font-size: 0.9em; }
  `);

  const host = document.createElement('div');
  host.lang = 'vi';
  // Open, so that the portal's own accessibility checks can look inside.
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name
   * @param {string} [text]
   * @param {string} [className]
   */
  const create = (name, text = '', className = '') => {
    const element = document.createElement(name);
    element.textContent = text;
    element.className = className;
    return element;
  };

  const form = create('form');
  const label = create('label', province === '' ? 'Hỏi đáp chính sách' : `Hỏi đáp chính sách: ${province}`);
  const box = create('textarea');
  box.id = 'question';
  box.rows = 1;
  box.maxLength = 2000;
  box.required = true;
  label.htmlFor = box.id;
  const output = create('div');
  output.setAttribute('role', 'status');
  form.append(label, box, create('button', 'Hỏi'));
  const frame = create('div', '', 'box');
  frame.append(form, output);
  root.append(frame);
  script.after(host);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(box.value);
  });

  /** @type {AbortController | null} */
  let underWay = null;

  /** @param {string} question */
  async function ask(question) {
    underWay?.abort();
    const stop = new AbortController();
    underWay = stop;
    output.replaceChildren(create('p', 'Đang tìm trong các văn bản …'));
    const shown = await partsOf(question, stop.signal).catch(() => [
      create('p', 'Không kết nối được với dịch vụ hỏi đáp. Câu hỏi vẫn còn trong ô: hãy thử gửi lại sau ít phút.'),
    ]);
    if (!stop.signal.aborted) output.replaceChildren(...shown);
  }

  /**
   * @param {string} question
   * @param {AbortSignal} signal
   */
  async function partsOf(question, signal) {
    const response = await fetch(`${service}/api/ask`, {
      method: 'POST',
      signal,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question, ...(province === '' ? {} : { filters: { province } }) }),
    });
    const body = await response.json();
    return response.ok ? answerParts(body) : [create('p', body.detail)];
  }

  /** @param {any} answer */
  function answerParts({ text, citations, notes, followUps }) {
    const sources = create('ol');
    for (const { documentNumber, documentId, quote, source, url } of citations) {
      const link = create('a', `${documentNumber ?? documentId}, dòng ${source.startLine}`);
      link.href = service + url;
      link.target = '_blank';
      link.rel = 'noopener';
      const item = create('li');
      item.append(link, create('blockquote', quote));
      sources.append(item);
    }
    return [
      create('p', text),
      ...(citations.length > 0 ? [sources] : []),
      ...notes.map((/** @type {{ text: string }} */ note) => create('p', note.text, 'quiet')),
      ...followUps.map(followUp),
    ];
  }

  /** @param {string} question */
  function followUp(question) {
    const button = create('button', question, 'choice');
    button.type = 'button';
    button.addEventListener('click', () => {
      box.value = question;
      box.focus();
      ask(question);
    });
    return button;
  }
})();
