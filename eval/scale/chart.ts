/** What the chart shows of one size. */
export interface ChartPoint {
  readonly passages: number;
  readonly answers: Quantiles;
  readonly retrieval: Quantiles;
}

interface Quantiles {
  readonly p50: number | null;
  readonly p95: number | null;
}

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly dashes: string;
  readonly at: (point: ChartPoint) => number | null;
}

/** Colours that stay apart for the colour-blind; the dashes tell the quantiles apart without them. */
const LINES: readonly Line[] = [
  { name: 'answers, p95', colour: '#9a3412', dashes: '', at: ({ answers }) => answers.p95 },
  { name: 'answers, p50', colour: '#9a3412', dashes: '5 3', at: ({ answers }) => answers.p50 },
  { name: 'retrieval, p95', colour: '#1d4ed8', dashes: '', at: ({ retrieval }) => retrieval.p95 },
  { name: 'retrieval, p50', colour: '#1d4ed8', dashes: '5 3', at: ({ retrieval }) => retrieval.p50 },
];

const SIZE = { width: 720, height: 420 };
const PLOT = { left: 64, right: 560, top: 28, bottom: 360 };
const LABEL_HEIGHT = 15;
const STEPS = [1, 2, 5];

/**
 * Milliseconds against passages, both in logarithms, as an SVG: a cost that grows as the corpus does runs along the grey
 * line, and one that grows slower below it. `points` are in the order of their sizes; empty without two of them.
 */
export function scaleChart(engine: string, points: readonly ChartPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  const times = points.flatMap((point) => LINES.flatMap(({ at }) => at(point) ?? []));
  if (first === undefined || last === undefined || first === last || times.length === 0) return '';
  const x = axis([first.passages, last.passages], [PLOT.left, PLOT.right]);
  const [least, most] = [Math.min(...times) / 1.5, Math.max(...times) * 1.5];
  const y = axis([least, most], [PLOT.bottom, PLOT.top]);
  const texts = labelPlaces(LINES.map((line) => y(line.at(last) ?? least)));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">Time of a question against the size of the corpus, ${engine}</title>`,
    `<desc id="desc">${points.map(description).join(' ')}</desc>`,
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="#ffffff"/>`,
    ...yTicks(least, most).flatMap((time) => [
      `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(time)}" y2="${y(time)}" stroke="#e5e7eb"/>`,
      `<text x="${PLOT.left - 8}" y="${y(time) + 4}" text-anchor="end" fill="#374151">${time} ms</text>`,
    ]),
    ...points.flatMap(({ passages }) => [
      `<line x1="${x(passages)}" x2="${x(passages)}" y1="${PLOT.top}" y2="${PLOT.bottom}" stroke="#e5e7eb"/>`,
      `<text x="${x(passages)}" y="${PLOT.bottom + 20}" text-anchor="middle" fill="#374151">${whole(passages)}</text>`,
    ]),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 44}" text-anchor="middle" fill="#111827">passages</text>`,
    ...asTheCorpus(first, last, { x, y, most }),
    ...LINES.flatMap((line, i) => drawn(line, points, { x, y, label: texts[i] ?? 0 })),
    '</svg>',
  ].join('\n')}\n`;
}

type Axis = (value: number) => number;

/** Places on a logarithmic axis, to a tenth of a pixel. */
function axis([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Axis {
  return (value) => Math.round(10 * (start + ((end - start) * Math.log(value / from)) / Math.log(to / from))) / 10;
}

function yTicks(least: number, most: number): readonly number[] {
  const powers = [0.01, 0.1, 1, 10, 100, 1_000, 10_000];
  return powers.flatMap((power) => STEPS.map((step) => step * power)).filter((time) => time >= least && time <= most);
}

/** Where the p95 of answers would go if it grew as the corpus does, up to the upper edge. */
function asTheCorpus(
  first: ChartPoint,
  last: ChartPoint,
  { x, y, most }: { readonly x: Axis; readonly y: Axis; readonly most: number },
): readonly string[] {
  const start = first.answers.p95;
  if (start === null) return [];
  const end = Math.min(last.passages, (first.passages * most) / start);
  const [toX, toY] = [x(end), y((start * end) / first.passages)];
  return [
    `<line x1="${x(first.passages)}" y1="${y(start)}" x2="${toX}" y2="${toY}" stroke="#6b7280" stroke-dasharray="2 4"/>`,
    `<text x="${toX + 6}" y="${toY + 12}" fill="#4b5563">as the corpus grows</text>`,
  ];
}

function drawn(
  { name, colour, dashes, at }: Line,
  points: readonly ChartPoint[],
  { x, y, label }: { readonly x: Axis; readonly y: Axis; readonly label: number },
): readonly string[] {
  const places = points.flatMap((point) => {
    const time = at(point);
    return time === null ? [] : [{ x: x(point.passages), y: y(time), time }];
  });
  const last = places.at(-1);
  if (last === undefined) return [];
  const path = places.map((place) => `${place.x},${place.y}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}/>`,
    ...places.map((place) => `<circle cx="${place.x}" cy="${place.y}" r="3" fill="${colour}"/>`),
    `<text x="${PLOT.right + 10}" y="${label + 4}" fill="${colour}">${name}: ${milliseconds(last.time)}</text>`,
  ];
}

/** Places of labels near those wanted, none over another. */
function labelPlaces(wanted: readonly number[]): readonly number[] {
  const placed = new Map<number, number>();
  let free = Number.NEGATIVE_INFINITY;
  for (const [i, place] of [...wanted.entries()].sort(([, a], [, b]) => a - b)) {
    const at = Math.max(place, free);
    placed.set(i, at);
    free = at + LABEL_HEIGHT;
  }
  return wanted.map((place, i) => placed.get(i) ?? place);
}

function description({ passages, answers, retrieval }: ChartPoint): string {
  const both = ({ p50, p95 }: Quantiles) => `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`;
  return `${whole(passages)} passages: answers ${both(answers)}; retrieval ${both(retrieval)}.`;
}

function milliseconds(time: number | null): string {
  return time === null ? '–' : `${time < 10 ? time.toFixed(1) : whole(time)} ms`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
