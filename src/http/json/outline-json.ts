import type { Provision } from '../../document/provision.ts';

export interface OutlineJson {
  path: string[];
  label: string;
  title: string | null;
  startLine: number;
  endLine: number;
  children: OutlineJson[];
}

/** A node of the outline with everything below it. */
export function outlineJson(provision: Provision): OutlineJson {
  return {
    path: [...provision.path],
    label: provision.label,
    title: provision.title,
    startLine: provision.span.startLine,
    endLine: provision.span.endLine,
    children: provision.children.map(outlineJson),
  };
}
