/** On a narrow screen the outline would push the text out of sight. */
const outline = document.querySelector('.outline details');
if (outline instanceof HTMLDetailsElement && window.matchMedia('(max-width: 999px)').matches) outline.open = false;

// The passage a link leads to, in the middle of the screen rather than at its very top.
document.querySelector('.document-view mark')?.scrollIntoView({ block: 'center' });
