import { create, createButton, fromServer } from './element.js';

/**
 * A passage beside the answer (a sheet over it on a phone). `data-source`, `data-lines` and `data-span` on a link say
 * which; without this script the link opens the document's page.
 *
 * @typedef {{ source: string, lines: string, span: string }} Place
 */

const WIDE = window.matchMedia('(min-width: 900px)');
const PREFIX = '#nguon/';

const panel = create('dialog', 'source-panel');
panel.setAttribute('aria-label', 'Đoạn nguyên văn');
const bar = create('div', 'panel-bar');
const body = create('div', 'panel-body');
panel.append(bar, body);

/** @type {HTMLElement | null} */
let opener = null;

/** Puts the panel on the page and opens it from links, from the address, and closes it with Back. */
export function installSourcePanel() {
  document.body.append(panel);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-source]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opener = link;
    const place = placeOf(link);
    if (location.hash.startsWith(PREFIX)) history.replaceState(null, '', toHash(place));
    else history.pushState({ panel: true }, '', toHash(place));
    open(place);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel.open) {
      event.preventDefault();
      leave();
    }
  });
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });
  window.addEventListener('popstate', openFromAddress);
  openFromAddress();
}

function openFromAddress() {
  const place = fromHash(location.hash);
  if (place === null) close();
  else open(place);
}

/** @param {Place} place */
async function open(place) {
  const [source, lines] = [encodeURIComponent(place.source), encodeURIComponent(place.lines)];
  const address = `/van-ban/${source}/doan?dong=${lines}&vi-tri=${encodeURIComponent(place.span)}`;
  const response = await fetch(address).catch(() => null);
  if (response?.ok !== true) {
    body.replaceChildren(create('p', '', 'Không mở được đoạn văn bản. Hãy thử lại.'));
    bar.replaceChildren(actions(place));
  } else {
    const content = fromServer(await response.text());
    const where = content.querySelector('.panel-place');
    bar.replaceChildren(actions(place), ...(where === null ? [] : [where]));
    body.replaceChildren(content);
  }
  if (!panel.open) {
    if (WIDE.matches) panel.show();
    else panel.showModal();
  }
  document.body.classList.add('with-panel');
  panel.tabIndex = -1;
  panel.focus();
  body.querySelector('mark')?.scrollIntoView({ block: 'center' });
}

/** Goes back when the panel was opened from this page, else only closes it. */
function leave() {
  if (history.state?.panel === true) history.back();
  else {
    history.replaceState(null, '', location.pathname + location.search);
    close();
  }
}

function close() {
  if (!panel.open) return;
  panel.close();
  document.body.classList.remove('with-panel');
  opener?.focus();
}

/** @param {Place} place */
function actions(place) {
  const row = create('div', 'panel-actions');
  const links = citationsBeside(place);
  const at = links.findIndex((link) => toHash(placeOf(link)) === toHash(place));
  const step = create('div', '');
  for (const [label, link] of /** @type {const} */ ([
    ['Căn cứ trước', links[at - 1]],
    ['Căn cứ sau', links[at + 1]],
  ])) {
    if (at !== -1 && link !== undefined) step.append(createButton(label, 'plain-button', () => link.click()));
  }
  row.append(step, createButton('Đóng', 'secondary', leave));
  return row;
}

/**
 * The cited places of the answer that a place belongs to.
 *
 * @param {Place} place
 */
function citationsBeside(place) {
  const cards = [...document.querySelectorAll('.citation-link a[data-source]')];
  const links = cards.filter((card) => card instanceof HTMLAnchorElement);
  const own = links.findLast((link) => toHash(placeOf(link)) === toHash(place));
  const answer = opener?.closest('.answer') ?? own?.closest('.answer');
  return links.filter((link) => link.closest('.answer') === answer);
}

/** @param {HTMLElement} link @returns {Place} */
function placeOf({ dataset }) {
  return { source: dataset.source ?? '', lines: dataset.lines ?? '', span: dataset.span ?? '' };
}

/** @param {Place} place */
function toHash({ source, lines, span }) {
  return `${PREFIX}${encodeURIComponent(source)}/${lines}/${span}`;
}

/** @param {string} hash @returns {Place | null} */
function fromHash(hash) {
  if (!hash.startsWith(PREFIX)) return null;
  const [source, lines = '', span = ''] = hash.slice(PREFIX.length).split('/');
  return source === undefined ? null : { source: decodeURIComponent(source), lines, span };
}
