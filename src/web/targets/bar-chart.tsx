import { scaleLinear } from 'd3-scale';

/** One bar: its place in the group, its length, and the words that stand at its end. */
export interface Bar {
  readonly series: string;
  readonly length: number;
  readonly label: string;
}

export interface BarGroup {
  readonly name: string;
  readonly bars: readonly Bar[];
}

export interface BarChartProps {
  readonly title: string;
  readonly groups: readonly BarGroup[];
  /** In the order of their colours. */
  readonly series: readonly string[];
}

/** A phone's width, so that letters keep their size there; wider screens leave room beside it. */
const WIDTH = 340;
const LABEL = 24;
const BAR = 14;
const GAP = 8;
const GROUP_HEAD = 28;
const GROUP_GAP = 20;

/**
 * Grouped horizontal bars, each under the words for it: no axis and no legend has to be read, and a phone is wide
 * enough. Drawn on the server: it prints and needs no script.
 */
export function BarChart({ title, groups, series }: BarChartProps) {
  const longest = Math.max(0, ...groups.flatMap((group) => group.bars.map((bar) => bar.length)));
  const scale = scaleLinear([0, longest === 0 ? 1 : longest], [0, WIDTH]);
  const heights = groups.map((group) => GROUP_HEAD + group.bars.length * (LABEL + BAR + GAP) + GROUP_GAP);
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  const height = heights.reduce((sum, one) => sum + one, 0);
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
        {groups.map((group, i) => (
          <g transform={`translate(0 ${tops[i]})`}>
            <text class="group-name" x="0" y="16">
              {group.name}
            </text>
            {group.bars.map((bar, j) => {
              const y = GROUP_HEAD + j * (LABEL + BAR + GAP);
              const length = Math.max(2, scale(bar.length));
              return (
                <>
                  <text x="0" y={y + 16}>
                    {bar.label}
                  </text>
                  <rect
                    class={`series-${series.indexOf(bar.series)}`}
                    x="0"
                    y={y + LABEL}
                    width={length}
                    height={BAR}
                  />
                </>
              );
            })}
          </g>
        ))}
      </svg>
    </figure>
  );
}
