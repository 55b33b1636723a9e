/**
 * The question box for another site's page:
 *
 *     <script src="https://…/widget.js" data-province="Bắc Giang" async></script>
 *
 * It stands where the script stands, in a shadow root, so that neither page changes the other's looks. The other
 * site's address has to be in CORS_ORIGINS.
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const service = new URL(script.src).origin;
  const province = script.dataset.province ?? '';

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; display: block; color-scheme: light dark; max-width: 640px;
      font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; color: light-dark(#1c1a17, #ece8e0); }
    form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    label { flex: 1 1 100%; font-weight: 600; }
    textarea { flex: 1 1 220px; font: inherit; padding: 8px 12px; min-height: 48px; box-sizing: border-box;
      border: 2px solid currentColor; border-radius: 4px; background: light-dark(#fff, #1f2124); color: inherit; }
    button { font: inherit; font-weight: 600; min-height: 48px; padding: 8px 24px; border: 0; border-radius: 4px;
      background: light-dark(#8f1d1d, #f0a39b); color: light-dark(#fff, #2a0b0b); cursor: pointer; }
    a { color: light-dark(#174a86, #9cc4f2); }
    :focus-visible { outline: 3px solid light-dark(#174a86, #9cc4f2); outline-offset: 2px; }
    ol { padding-left: 1.4em; } blockquote { margin: 4px 0; font-family: "Noto Serif", Cambria, "Times New Roman", serif; }
    .quiet { color: light-dark(#57524b, #b5afa5); font-size: 0.9em; }
  `);
  root.adoptedStyleSheets = [sheet];

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name
   * @param {string} [text]
   */
  const create = (name, text = '') => {
    const element = document.createElement(name);
    element.textContent = text;
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
  root.append(form, output);
  script.after(host);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    output.replaceChildren(create('p', 'Đang tìm trong các văn bản …'));
    const question = box.value;
    try {
      const response = await fetch(`${service}/api/ask`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ question, ...(province === '' ? {} : { filters: { province } }) }),
      });
      const body = await response.json();
      output.replaceChildren(...(response.ok ? answerParts(body) : [create('p', body.detail)]));
    } catch {
      output.replaceChildren(create('p', 'Không kết nối được với dịch vụ hỏi đáp. Hãy thử lại sau.'));
    }
  });

  /** @param {any} answer */
  function answerParts(answer) {
    const sources = create('ol');
    for (const { documentNumber, documentId, quote, source, url } of answer.citations) {
      const link = create('a', `${documentNumber ?? documentId}, dòng ${source.startLine}`);
      link.href = service + url;
      link.target = '_blank';
      link.rel = 'noopener';
      const item = create('li');
      item.append(link, create('blockquote', quote));
      sources.append(item);
    }
    const notes = answer.notes.map((/** @type {{ text: string }} */ { text }) => {
      const note = create('p', text);
      note.className = 'quiet';
      return note;
    });
    return [create('p', answer.text), ...(answer.citations.length > 0 ? [sources] : []), ...notes];
  }
})();
