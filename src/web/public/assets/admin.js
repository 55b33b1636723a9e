import { create, createButton, find } from './element.js';
import { readEvents } from './event-stream.js';

/** The token is kept for this tab alone. */
const KEY = 'hoi-dap-chinh-sach-quan-tri';

const login = find('#dang-nhap', HTMLFormElement);
const status = find('#tinh-trang', HTMLElement);
const board = find('#bang-dieu-khien', HTMLElement);
/** The form for new documents; none where the service reads a snapshot. */
const upload = document.querySelector('#tai-tep');

let token = sessionStorage.getItem(KEY) ?? '';
if (token !== '') enter();

login.addEventListener('submit', (event) => {
  event.preventDefault();
  token = String(new FormData(login).get('token') ?? '');
  enter();
});

if (upload instanceof HTMLFormElement) {
  upload.addEventListener('submit', async (event) => {
    event.preventDefault();
    showProgress(create('p', 'progress', 'Đang tải lên …'));
    const response = await call('/api/admin/documents', { method: 'POST', body: new FormData(upload) });
    await followJob(response);
    upload.reset();
  });
}

async function enter() {
  const response = await call('/api/admin/unanswered');
  if (!response.ok) {
    status.textContent = await detailOf(response);
    sessionStorage.removeItem(KEY);
    return;
  }
  sessionStorage.setItem(KEY, token);
  status.textContent = '';
  login.hidden = true;
  board.hidden = false;
  await refresh();
}

async function refresh() {
  const reasons = JSON.parse(find('#danh-sach-phan-hoi', HTMLElement).dataset.reasons ?? '{}');
  const [unanswered = [], feedback = [], documents = []] = await Promise.all(
    ['/api/admin/unanswered', '/api/admin/feedback', '/api/documents?limit=500'].map(itemsAt),
  );
  show(
    '#cau-hoi-chua-tra-loi',
    ['Lúc', 'Câu hỏi'],
    unanswered.map(({ at, question }) => [localTime(at), question]),
  );
  show(
    '#danh-sach-phan-hoi',
    ['Lúc', 'Đánh giá', 'Lý do', 'Ý kiến'],
    feedback.map(({ at, rating, reason, comment }) => [
      localTime(at),
      rating === 'up' ? 'Có ích' : 'Không có ích',
      reasons[reason] ?? reason ?? '',
      comment ?? '',
    ]),
  );
  show(
    '#danh-sach',
    ['Văn bản', 'Cơ quan', 'Tệp', ...(upload === null ? [] : ['Thao tác'])],
    documents.map(({ id, number, issuer, source }) => [
      number ?? id,
      issuer ?? '',
      source.file,
      ...(upload === null ? [] : [removeButton(id, number ?? id)]),
    ]),
  );
}

/** @param {string} id @param {string} name */
function removeButton(id, name) {
  return createButton(`Bỏ ${name}`, 'secondary', async () => {
    if (!window.confirm(`Bỏ ${name} khỏi kho? Tệp gốc vẫn được giữ.`)) return;
    await followJob(await call(`/api/admin/documents/${encodeURIComponent(id)}`, { method: 'DELETE' }));
  });
}

/** @param {Response} response the answer that names a new job */
async function followJob(response) {
  if (!response.ok) {
    showProgress(create('p', 'problem', await detailOf(response)));
    return;
  }
  const { id } = await response.json();
  const events = await call(`/api/admin/jobs/${id}`, { headers: { Accept: 'text/event-stream' } });
  for await (const { data } of readEvents(events)) showJob(data);
  await refresh();
}

/** @param {{ state: string, lines: string[], report: any }} job */
function showJob({ state, lines, report }) {
  const words = {
    queued: 'Đang chờ …',
    running: 'Đang làm …',
    done: 'Đã xong.',
    failed: 'Có tệp không dùng được.',
  };
  const over = state === 'done' || state === 'failed';
  const list = create('ul', '');
  for (const line of lines.slice(-5)) list.append(create('li', 'quiet', line));
  for (const { file, number, counts } of report?.documents ?? []) {
    const counted =
      counts === null
        ? 'không đổi'
        : `${counts.targets} chỉ tiêu, ${counts.assignments} nhiệm vụ, ${counts.passages} đoạn`;
    list.append(create('li', '', `${number ?? file}: ${counted}`));
  }
  if (over && report !== null) list.append(create('li', '', `Trong kho có ${report.total} văn bản.`));
  for (const { file, message } of report?.failures ?? []) list.append(create('li', '', `${file}: ${message}`));
  // @ts-expect-error the service names only these states
  showProgress(create('p', over ? '' : 'progress', words[state]), list);
}

/** @param {HTMLElement[]} content */
function showProgress(...content) {
  find('#tien-do', HTMLElement).replaceChildren(...content);
}

/** @param {string} path @returns {Promise<any[]>} */
async function itemsAt(path) {
  const response = await call(path);
  return response.ok ? (await response.json()).items : [];
}

/** @param {string} path @param {RequestInit} [init] */
function call(path, init = {}) {
  const headers = { ...init.headers, Authorization: `Bearer ${token}` };
  return fetch(path, { ...init, headers }).catch(() => Response.error());
}

/** @param {Response} response */
async function detailOf(response) {
  if (response.type === 'error') return 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.';
  if (response.status === 401) return 'Mã quản trị không đúng. Hãy nhập lại.';
  const problem = await response.json().catch(() => null);
  return problem?.detail ?? 'Máy chủ không trả lời như mong đợi.';
}

/** @param {string} at */
function localTime(at) {
  return new Date(at).toLocaleString('vi-VN');
}

/** @param {string} place @param {string[]} header @param {(string | HTMLElement)[][]} rows */
function show(place, header, rows) {
  const target = find(place, HTMLElement);
  if (rows.length === 0) {
    target.replaceChildren(create('p', 'quiet', 'Chưa có.'));
    return;
  }
  const table = create('table', 'stacked');
  const head = table.createTHead().insertRow();
  for (const name of header) {
    const cell = create('th', '', name);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const [i, value] of row.entries()) {
      const cell = line.insertCell();
      cell.append(value);
      if (value !== '') cell.dataset.label = header[i];
    }
  }
  const scroll = create('section', 'table-scroll');
  scroll.tabIndex = 0;
  scroll.setAttribute('aria-label', `Bảng: ${target.parentElement?.querySelector('h2')?.textContent}`);
  scroll.append(table);
  target.replaceChildren(scroll);
}
