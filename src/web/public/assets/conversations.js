/**
 * Conversations stay in this browser and nowhere else.
 *
 * @typedef {{ question: string, province?: string, text: string, html: string }} Exchange
 * @typedef {{ id: string, at: number, exchanges: Exchange[] }} Conversation
 */

const KEY = 'hoi-dap-chinh-sach';
const MOST = 20;

/** @returns {Conversation[]} newest first */
export function loadConversations() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => Array.isArray(each?.exchanges)) : [];
  } catch {
    return [];
  }
}

/** @param {Conversation} conversation */
export function saveConversation(conversation) {
  const others = loadConversations().filter(({ id }) => id !== conversation.id);
  store([conversation, ...others].slice(0, MOST));
}

/** @param {string} id */
export function deleteConversation(id) {
  store(loadConversations().filter((conversation) => conversation.id !== id));
}

/** @param {Conversation[]} conversations */
function store(conversations) {
  try {
    localStorage.setItem(KEY, JSON.stringify(conversations));
  } catch {
    // Storage is full or forbidden: the page works without it.
  }
}
