import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler';

/** The element that holds the document, and what inside it is not part of it. */
export interface HtmlContent {
  readonly root: Element;
  readonly dropped: ReadonlySet<AnyNode>;
}

/**
 * Finds the document in a page. Site chrome goes in three steps: what is never content (scripts, navigation, forms,
 * hidden parts), blocks that are mostly links, and then the way down from the body while one child holds nearly all the
 * text. It errs towards keeping: a block that looks like a part of a legal document stays.
 */
export function findContent(body: Element): HtmlContent {
  const dropped = new Set<AnyNode>();
  const measures = new Map<Element, Measure>();
  measure(body, false, measures, dropped);
  return { root: descend(body, measures), dropped };
}

interface Measure {
  /** Characters without white space, and how many of them stand in links. */
  readonly text: number;
  readonly linked: number;
  readonly links: number;
  /** Holds words that mark a legal document. */
  readonly legal: boolean;
}

const nothing: Measure = { text: 0, linked: 0, links: 0, legal: false };

/** One walk over the page, bottom up, so that the cost grows with its size and not with its nesting. */
function measure(element: Element, inLink: boolean, measures: Map<Element, Measure>, dropped: Set<AnyNode>): Measure {
  if (isNeverContent(element)) {
    dropped.add(element);
    return nothing;
  }
  const link = element.name === 'a';
  let { text, linked, links, legal } = { ...nothing, links: link ? 1 : 0 };
  let own = '';
  for (const child of element.children) {
    if (child.type === 'text') {
      const length = child.data.replace(/\s+/g, '').length;
      text += length;
      linked += link || inLink ? length : 0;
    }
    if (isTag(child)) {
      const below = measure(child, link || inLink, measures, dropped);
      text += below.text;
      linked += below.linked;
      links += below.links;
      legal ||= below.legal;
    }
    own += inlineText(child);
  }
  legal ||= legalMark.test(own.normalize('NFC'));
  const measured = { text, linked, links, legal };
  measures.set(element, measured);
  if (!isLinkBlock(element, measured)) return measured;
  dropped.add(element);
  return nothing;
}

const neverContent = new Set(
  'script style noscript template iframe object embed applet svg canvas audio video map link meta nav aside form button input select textarea dialog menu'.split(
    ' ',
  ),
);
const chromeRoles = new Set(['navigation', 'banner', 'search', 'complementary', 'contentinfo', 'dialog']);

function isNeverContent({ name, attribs }: Element): boolean {
  if (neverContent.has(name) || chromeRoles.has(attribs.role ?? '')) return true;
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '');
}

/** Words that stand in a document's header, bases, signature, or in the site's table about it. */
const legalMark =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|[ỦU]Y BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|Căn cứ |Nơi nhận|PHỤ LỤC|Số:? ?\d+ ?[/-]|Số hiệu|Ngày ban hành|Người ký|Cơ quan ban hành|(?:^|\s)Điều \d+\./;

/** Longer stretches are read for marks by their own elements; this bounds what one element looks at. */
const inlineDepth = 3;

function inlineText(node: AnyNode, depth = 0): string {
  if (node.type === 'text') return node.data.replace(/\s+/g, ' ');
  if (!isTag(node) || !inlineElements.has(node.name) || depth >= inlineDepth) return ' ';
  return node.children.map((child) => inlineText(child, depth + 1)).join('');
}

const inlineElements = new Set(['a', 'b', 'em', 'font', 'i', 'span', 'strong', 'u']);

const linkBlocks = new Set(['ul', 'ol', 'div', 'section', 'header', 'footer', 'table']);

function isLinkBlock({ name }: Element, { text, linked, links, legal }: Measure): boolean {
  if (legal || !linkBlocks.has(name)) return false;
  return name === 'footer' || (links >= 3 && linked > text * 0.6);
}

/** The share of the text that one child must hold to be taken for the document. */
const dominantShare = 0.7;

function descend(from: Element, measures: ReadonlyMap<Element, Measure>): Element {
  let current = from;
  for (;;) {
    const total = measures.get(current)?.text ?? 0;
    const parts = current.children.filter(isTag);
    const child = parts.find(
      (part) => containers.has(part.name) && (measures.get(part)?.text ?? 0) > total * dominantShare,
    );
    if (child === undefined || total === 0) return current;
    if (parts.some((part) => part !== child && measures.get(part)?.legal === true) || hasLegalText(current))
      return current;
    current = child;
  }
}

/** Text that stands in the element itself and not in a child. */
function hasLegalText(element: ParentNode): boolean {
  return element.children.some((child) => child.type === 'text' && legalMark.test(child.data.normalize('NFC')));
}

const containers = new Set(['body', 'main', 'article', 'section', 'div', 'center', 'font', 'span']);
