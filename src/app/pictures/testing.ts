import type { World } from '../../mdp/types';
import { type Drawing, drawingOf } from '../map/drawings';
import { gridOf } from '../state/grid';
import { Definitions, VectorContext } from './vector-context';

/** Two cells to act in, then the goal. */
export const CORRIDOR: World = {
  map: ['S.G'],
  slip: 0,
  rewards: { step: 0, goal: 1, pit: -1, cliff: -1 },
  gamma: 0.9,
  horizon: 20,
};

export const CORRIDOR_GRID = gridOf(CORRIDOR);

/** Makes the canvases on which patterns are prepared, where there is no browser. */
export function createElement(): unknown {
  return { width: 0, height: 0, getContext: () => vectorContext() };
}

function vectorContext(): VectorContext {
  return new VectorContext({ definitions: new Definitions(), drawingOf });
}

/** What a drawing gives as SVG, and the definitions that it needs. */
export function drawn(drawing: Drawing): { readonly content: string; readonly defs: string } {
  const definitions = new Definitions();
  const pen = new VectorContext({ definitions, drawingOf });
  drawing(pen.asPen());
  return { content: pen.toString(), defs: definitions.toString() };
}

/** Elements of a text that is well-formed XML, by name; throws Error where it is not. */
export function elementsOf(
  xml: string,
): readonly { readonly name: string; readonly tag: string }[] {
  const open: string[] = [];
  const found: { name: string; tag: string }[] = [];
  const token = /<\?[^>]*\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed: ${xml.slice(at, at + 80)}`);
    const [tag, closing, name, attributes, empty, text] = match;
    if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text ?? attributes ?? ''))
      throw new Error(`a bare ampersand in ${tag}`);
    if (name === undefined) continue;
    if (closing) {
      if (open.pop() !== name) throw new Error(`${tag} closes nothing`);
      continue;
    }
    found.push({ name, tag });
    if (!empty) open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return found;
}
