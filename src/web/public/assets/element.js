/**
 * The element a page is known to have.
 *
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 * @returns {T}
 */
export function find(selector, type, within = document) {
  const element = within.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${selector}.`);
}

/**
 * A new element with a class and text.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function create(name, className, text = '') {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/**
 * A button that does something.
 *
 * @param {string} label
 * @param {string} className
 * @param {(button: HTMLButtonElement) => void} onClick
 */
export function createButton(label, className, onClick) {
  const button = create('button', className, label);
  button.type = 'button';
  button.addEventListener('click', () => onClick(button));
  return button;
}

/**
 * Markup of our own server as nodes. It is escaped there, and the content security policy lets no script in it run.
 *
 * @param {string} html
 */
export function fromServer(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}
