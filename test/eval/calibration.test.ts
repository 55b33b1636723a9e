import { describe, expect, it } from 'vitest';
import { renderCurves, TRIED } from '../../eval/calibration/curve.ts';
import { THRESHOLDS } from '../../src/answering/thresholds.ts';

describe('the curves of the thresholds', () => {
  const rates = { rightAndCited: 0.98, falseRefusal: 0.004, refusalRecall: 0.9629 };

  it('are a table for each threshold, the value in use in bold', () => {
    const page = renderCurves(
      [
        { threshold: 'sentence', value: 0.45, rates },
        { threshold: 'sentence', value: THRESHOLDS.sentence, rates },
        { threshold: 'target', value: 0.5, rates },
      ],
      THRESHOLDS,
    );
    expect(page).toContain('## sentence\n');
    expect(page).toContain('## target\n');
    expect(page).toContain('| 0.45 | 98.0 % | 0.4 % | 96.3 % |');
    expect(page).toContain(`| **${THRESHOLDS.sentence}** | 98.0 % | 0.4 % | 96.3 % |`);
  });

  it.each(['sentence', 'target', 'outOfScope'] as const)(
    'of %s hold the value in use and values on both sides',
    (threshold) => {
      const values = TRIED[threshold] ?? [];
      expect(values).toContain(THRESHOLDS[threshold]);
      expect(Math.min(...values)).toBeLessThan(THRESHOLDS[threshold]);
      expect(Math.max(...values)).toBeGreaterThan(THRESHOLDS[threshold]);
    },
  );
});
