import { load } from 'cheerio';
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { ListNumbering } from './docx-numbering.ts';
import { pageMark } from './printed-block.ts';

/**
 * Writes into Word's document XML what Word only draws: the label of every numbered paragraph, and a mark where Word
 * last broke a page.
 */
export function printLabels(documentXml: string, numbering: ListNumbering): string {
  const $ = load(documentXml, { xml: true });
  for (const paragraph of $('w\\:p').toArray()) {
    const properties = childOf(paragraph, 'w:pPr');
    const label = numbering.nextLabel(positionOf(properties));
    if (label === null || label === '') continue;
    const firstRun = childOf(paragraph, 'w:r');
    const runProperties = firstRun === null ? null : childOf(firstRun, 'w:rPr');
    const run = `<w:r>${runProperties === null ? '' : $.xml(runProperties)}<w:t xml:space="preserve">${escapeXml(label)} </w:t></w:r>`;
    if (properties === null) $(paragraph).prepend(run);
    else $(properties).after(run);
  }
  $('w\\:lastRenderedPageBreak').replaceWith(`<w:t>${pageMark}</w:t>`);
  return $.xml();
}

function positionOf(properties: Element | null) {
  const numbering = properties === null ? null : childOf(properties, 'w:numPr');
  const level = numbering === null ? null : attributeValue(childOf(numbering, 'w:ilvl'));
  return {
    numId: numbering === null ? null : attributeValue(childOf(numbering, 'w:numId')),
    level: level === null ? null : Number(level),
    styleId: properties === null ? null : attributeValue(childOf(properties, 'w:pStyle')),
  };
}

function childOf(parent: Element, name: string): Element | null {
  return parent.children.filter(isTag).find((child) => child.name === name) ?? null;
}

function attributeValue(element: Element | null): string | null {
  return element?.attribs['w:val'] ?? null;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
