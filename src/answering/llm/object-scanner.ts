/** Finds JSON objects in a text that arrives piece by piece. */
export interface ObjectScanner {
  /** Takes the next piece and returns the objects it completed. */
  push(piece: string): readonly unknown[];
}

/**
 * Finds the innermost objects (those that hold no other object) of any text: the statements of a structured answer as
 * soon as each is closed, also when they come as JSON lines, in a code fence, or with words round them. What is no
 * JSON is passed over.
 */
export function objectScanner(): ObjectScanner {
  let text = '';
  let at = 0;
  let inString = false;
  let open: { readonly start: number; holdsObject: boolean }[] = [];

  function step(character: string): string | null {
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
      return null;
    }
    if (character === '"') inString = open.length > 0;
    else if (character === '{') {
      const outer = open.at(-1);
      if (outer !== undefined) outer.holdsObject = true;
      open.push({ start: at, holdsObject: false });
    } else if (character === '}') {
      const closed = open.pop();
      if (closed !== undefined && !closed.holdsObject) return text.slice(closed.start, at + 1);
    }
    return null;
  }

  return {
    push: (piece) => {
      text += piece;
      const found: unknown[] = [];
      for (; at < text.length; at += 1) {
        const candidate = step(text.charAt(at));
        const parsed = candidate === null ? null : parse(candidate);
        if (parsed !== null) found.push(parsed);
      }
      if (open.length === 0) {
        text = text.slice(at);
        at = 0;
        open = [];
      }
      return found;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
