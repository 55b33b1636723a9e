/**
 * Where answering stops trusting what it found. Coverage is the share of what was asked that the evidence holds, 0–1.
 * Chosen with `npm run eval:calibrate`; what each value trades, as last run, stands in eval/calibration.md.
 */
export const THRESHOLDS = {
  /** A sentence or assignment that answers. */
  sentence: 0.47,
  /** A target whose indicator is the one asked for. */
  target: 0.6,
  /** Worth naming as near when nothing answers. */
  near: 0.3,
  /** Below this everywhere, the question is about something else altogether. */
  outOfScope: 0.22,
  /** Two documents answer about equally well. */
  tie: 0.12,
} as const;
