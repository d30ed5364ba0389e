import { isMap, isNode, isScalar, type Document, type LineCounter } from 'yaml';
import type { ScenarioFault } from './scenario.js';

/** A mistake and the path to what is to blame. */
export interface PathFault {
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
}

/** Puts line and column to a mistake: those of the value at its path, or of the nearest thing above that there is. */
export function located({ path, sentence }: PathFault, document: Document, lines: LineCounter): ScenarioFault {
  const { line, col } = lines.linePos(offsetOf(document, path));
  return { line, column: col, sentence };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  const parts = path.map((part) => (typeof part === 'number' ? part : String(part)));
  for (let length = parts.length; length > 0; length -= 1) {
    const found =
      keyOffset(document, parts.slice(0, length)) ?? nodeOffset(document.getIn(parts.slice(0, length), true));
    if (found !== undefined) return found;
  }
  return nodeOffset(document.contents) ?? 0;
}

/** The key of a pair, so that a mistake is shown where its name stands and not at a value on the next line. */
function keyOffset(document: Document, path: readonly (string | number)[]): number | undefined {
  const above = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(above)) return undefined;
  const pair = above.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
  return nodeOffset(pair?.key);
}

function nodeOffset(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
