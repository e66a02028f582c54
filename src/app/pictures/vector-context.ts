import { pictures } from '../../texts/pictures';
import type { Drawing } from '../map/drawings';
import { attributes, escapeText, paintOf, short, weightOf } from './markup';

/** What `createPattern` gives: the id of a pattern among the definitions. */
class VectorPattern {
  constructor(readonly id: string) {}
}

/** Definitions that a picture refers to, each once, under ids that are unique in it. */
export class Definitions {
  readonly #found = new Map<string, string>();

  /** The id of a definition; `markup` writes it, given its id. */
  add(markup: (id: string) => string): string {
    const key = markup('');
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const id = `def-${this.#found.size + 1}`;
    this.#found.set(key, id);
    this.#written.push(markup(id));
    return id;
  }

  readonly #written: string[] = [];

  /** All of them as one `<defs>`, nothing where there is none. */
  toString(): string {
    return this.#written.length > 0 ? `<defs>${this.#written.join('')}</defs>` : '';
  }
}

interface VectorOptions {
  readonly definitions: Definitions;
  /** How a canvas that is drawn on this one, or repeated as a pattern, was drawn itself. */
  readonly drawingOf: (canvas: HTMLCanvasElement) => Drawing | undefined;
}

/**
 * The part of a 2D canvas that the maps draw with, writing SVG: the functions that paint the page
 * paint the picture. What it lacks throws, so that a picture is never silently less than the canvas.
 * Needs no DOM.
 */
export class VectorContext {
  fillStyle: string | VectorPattern = '#000000';
  strokeStyle: string | VectorPattern = '#000000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly #options: VectorOptions;
  readonly #marks: string[] = [];
  #dash: readonly number[] = [];
  #path = '';

  constructor(options: VectorOptions) {
    this.#options = options;
  }

  /** This context as what drawing functions ask for. */
  asPen(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  /** Everything drawn so far. */
  toString(): string {
    return this.#marks.join('');
  }

  /** Throws RangeError for anything but the identity, the only one that the maps set. */
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1 || e !== 0 || f !== 0)
      throw new RangeError('A vector picture is drawn in its own pixels, without a transform.');
  }

  setLineDash(dash: number[]): void {
    this.#dash = [...dash];
  }

  beginPath(): void {
    this.#path = '';
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${short(x)} ${short(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `${this.#path === '' ? 'M' : 'L'}${short(x)} ${short(y)}`;
  }

  closePath(): void {
    this.#path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.max(0, Math.min(radius, width / 2, height / 2));
    const turn = (dx: number, dy: number) =>
      `a${short(r)} ${short(r)} 0 0 1 ${short(dx)} ${short(dy)}`;
    const [across, along] = [short(width - 2 * r), short(height - 2 * r)];
    this.#path += `M${short(x + r)} ${short(y)}h${across}${turn(r, r)}v${along}${turn(-r, r)}h-${across}${turn(-r, -r)}v-${along}${turn(r, -r)}Z`;
  }

  /** Clockwise only. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const point = (angle: number) =>
      `${short(x + radius * Math.cos(angle))} ${short(y + radius * Math.sin(angle))}`;
    const way = (angle: number, large: 0 | 1) =>
      `A${short(radius)} ${short(radius)} 0 ${large} 1 ${point(angle)}`;
    this.#path += `${this.#path === '' || this.#path.endsWith('Z') ? 'M' : 'L'}${point(from)}`;
    if (to - from >= 2 * Math.PI - 1e-9) {
      this.#path += `${way(from + Math.PI, 1)}${way(from, 1)}Z`;
    } else this.#path += way(to, to - from > Math.PI ? 1 : 0);
  }

  fill(): void {
    this.#mark('path', { d: this.#path, ...this.#filled() });
  }

  stroke(): void {
    this.#mark('path', { d: this.#path, fill: 'none', ...this.#stroked() });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const box = { x: short(x), y: short(y), width: short(width), height: short(height) };
    this.#mark('rect', { ...box, ...this.#filled() });
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const box = { x: short(x), y: short(y), width: short(width), height: short(height) };
    this.#mark('rect', { ...box, fill: 'none', ...this.#stroked() });
  }

  fillText(text: string, x: number, y: number): void {
    const [, weight, size] = /^(?:(\d+) )?([\d.]+)px /.exec(this.font) ?? [];
    const anchor = this.textAlign === 'center' ? 'middle' : this.textAlign === 'right' ? 'end' : '';
    const given = {
      x: short(x),
      y: short(y),
      'font-size': short(Number(size)),
      'font-weight': weight === undefined ? undefined : weightOf(weight),
      'text-anchor': anchor || undefined,
      ...this.#filled(),
    };
    this.#marks.push(`<text${attributes(given)}>${escapeText(text)}</text>`);
  }

  /** Throws Error where nobody knows how the tile was drawn. */
  createPattern(tile: HTMLCanvasElement): CanvasPattern {
    const content = this.#redrawn(tile);
    const size = `width="${tile.width}" height="${tile.height}"`;
    const id = this.#options.definitions.add(
      (name) => `<pattern id="${name}" patternUnits="userSpaceOnUse" ${size}>${content}</pattern>`,
    );
    return new VectorPattern(id) as unknown as CanvasPattern;
  }

  /** Only as a whole at the origin. Throws Error where nobody knows how the canvas was drawn. */
  drawImage(canvas: HTMLCanvasElement): void {
    this.#marks.push(this.#redrawn(canvas));
  }

  #redrawn(canvas: HTMLCanvasElement): string {
    const drawing = this.#options.drawingOf(canvas);
    if (!drawing) throw new Error(pictures().noVectors);
    const pen = new VectorContext(this.#options);
    drawing(pen.asPen());
    return pen.toString();
  }

  #filled(): Record<string, string | undefined> {
    return this.#painted('fill', this.fillStyle);
  }

  #stroked(): Record<string, string | undefined> {
    return {
      ...this.#painted('stroke', this.strokeStyle),
      'stroke-width': short(this.lineWidth),
      'stroke-linecap': this.lineCap === 'butt' ? undefined : this.lineCap,
      'stroke-linejoin': this.lineJoin === 'miter' ? undefined : this.lineJoin,
      'stroke-dasharray': this.#dash.length > 0 ? this.#dash.map(short).join(' ') : undefined,
    };
  }

  #painted(
    what: 'fill' | 'stroke',
    style: string | VectorPattern,
  ): Record<string, string | undefined> {
    const { color, alpha } =
      style instanceof VectorPattern ? { color: `url(#${style.id})`, alpha: 1 } : paintOf(style);
    const opacity = alpha * this.globalAlpha;
    return { [what]: color, [`${what}-opacity`]: opacity < 1 ? short(opacity) : undefined };
  }

  #mark(name: 'path' | 'rect', given: Readonly<Record<string, string | undefined>>): void {
    if (name === 'path' && !given.d) return;
    this.#marks.push(`<${name}${attributes(given)}/>`);
  }
}
