import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

/**
 * Finds the element that holds the document. Site chrome goes in three steps: what is never content (scripts,
 * navigation, forms, hidden parts), blocks that are mostly links, and then the way down from the body while one child
 * holds nearly all the text. It errs towards keeping: a block that looks like a part of a legal document stays.
 */
export function findContent($: CheerioAPI): AnyNode | null {
  $(neverContent).remove();
  const body = $('body').get(0);
  if (body === undefined) return null;
  removeLinkBlocks($, body);
  return descend($, body);
}

const neverContent = [
  'script, style, noscript, template, iframe, object, embed, applet, svg, canvas, audio, video, map, link, meta',
  'nav, aside, form, button, input, select, textarea, dialog, menu',
  '[role=navigation], [role=banner], [role=search], [role=complementary], [role=contentinfo], [role=dialog]',
  '[hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"]',
].join(', ');

/** Words that stand in a document's header, bases, signature, or in the site's table about it. */
const legalMark =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|Căn cứ |Nơi nhận|PHỤ LỤC|Số:? ?\d+ ?[/-]|Số hiệu|Ngày ban hành|Người ký|Cơ quan ban hành|(?:^|\s)Điều \d+\./;

function removeLinkBlocks($: CheerioAPI, body: Element): void {
  for (const block of $(body).find('ul, ol, div, section, header, footer, table').toArray()) {
    const links = $(block).find('a');
    if (links.length < 3 && block.name !== 'footer') continue;
    const text = visibleLength($(block).text());
    const linked = visibleLength(links.text());
    const chrome = block.name === 'footer' || linked > text * 0.6;
    if (chrome && !legalMark.test($(block).text().normalize('NFC'))) $(block).remove();
  }
}

/** The share of the text that one child must hold to be taken for the document. */
const dominantShare = 0.7;

function descend($: CheerioAPI, from: Element): AnyNode {
  let current: Element = from;
  for (;;) {
    const children = current.children.filter((child): child is Element => child.type === 'tag');
    const lengths = children.map((child) => visibleLength($(child).text()));
    const total = visibleLength($(current).text());
    const largest = lengths.indexOf(Math.max(...lengths));
    const child = children[largest];
    if (child === undefined || !containers.has(child.name) || (lengths[largest] ?? 0) < total * dominantShare)
      return current;
    const others = current.children.filter((other) => other !== child);
    if (others.some((other) => legalMark.test($(other).text().normalize('NFC')))) return current;
    current = child;
  }
}

const containers = new Set(['body', 'main', 'article', 'section', 'div', 'center', 'font', 'span']);

function visibleLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}
