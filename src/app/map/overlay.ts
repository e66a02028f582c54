import { randomStream } from '../../random/stream';
import type { Chain } from '../state/backups';
import type { Grid } from '../state/grid';
import { PALETTES, type Scheme } from '../theme/palette';
import { boxOf, centerOf, DIRECTIONS, type Placement } from './geometry';
import { cssColor, parseColor } from './scales';
import { adjacent, changePolicy, startWalk, stepWalk, type Walk, wholeWalk } from './walk';

/** What lies over a map: the marked cells and the walker. */
export interface OverlayInputs {
  readonly grid: Grid;
  readonly placement: Placement;
  readonly dpr: number;
  readonly scheme: Scheme;
  /** `#rrggbb`. */
  readonly color: string;
  readonly selected: number | null;
  readonly hovered: number | null;
  /** `[states × 4]`; null for no walker. */
  readonly policy: ArrayLike<number> | null;
  readonly seed: number;
  /** Draw the way as a still line. */
  readonly still: boolean;
  readonly chain: Chain | null;
}

/** Milliseconds from cell to cell, and of the pause after an episode. */
const STRIDE = 150;
const PAUSE = 950;
/** Milliseconds a frame: thirty a second look smooth and leave the page its time. */
const FRAME = 30;
const TRAIL = 9;

/** Radius of the walker: a quarter of a cell, neither lost in small cells nor a ball in large ones. */
function dotRadius(placement: Placement, dpr: number): number {
  return Math.max(2.5 * dpr, Math.min(8 * dpr, placement.cell * 0.24));
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Draws on its own canvas over a map, so that a step of the walker repaints no triangle. Runs an
 * animation only while there is a walker to see. Call `stop` when the canvas goes.
 */
export class MapOverlay {
  private ctx: CanvasRenderingContext2D;
  private readonly watcher: IntersectionObserver;
  private inputs: OverlayInputs | null = null;
  private random = () => 0;
  private walk: Walk | null = null;
  private stillWalk: Walk | null = null;
  private key = '';
  private policy: ArrayLike<number> | null = null;
  private request = 0;
  private since = 0;
  private drawn = 0;
  private onScreen = true;

  /** Throws Error where the browser gives no 2D canvas. */
  constructor(canvas: HTMLCanvasElement) {
    const ctx = canvas.getContext('2d');
    if (!ctx) throw new Error('This browser gives no 2D canvas, so the maps cannot be drawn.');
    this.ctx = ctx;
    this.watcher = new IntersectionObserver((entries) => {
      this.onScreen = entries[entries.length - 1].isIntersecting;
      this.resume();
    });
    this.watcher.observe(canvas);
  }

  /** Shows new inputs; a walker under way goes on from where it is. */
  show(inputs: OverlayInputs): void {
    const key = `${inputs.seed} ${inputs.still}`;
    const changedWorld = this.inputs?.grid !== inputs.grid || this.key !== key;
    this.inputs = inputs;
    this.key = key;
    if (changedWorld) this.walk = null;
    const changedPolicy =
      inputs.policy !== null && (this.policy === null || !same(this.policy, inputs.policy));
    if (changedPolicy && this.walk) this.walk = changePolicy(this.walk);
    if (changedPolicy || changedWorld || inputs.policy === null) this.stillWalk = null;
    this.policy = inputs.policy;
    this.draw(performance.now());
    this.resume();
  }

  /** Ends the animation and lets go of the canvas. */
  stop(): void {
    cancelAnimationFrame(this.request);
    this.watcher.disconnect();
  }

  private resume(): void {
    cancelAnimationFrame(this.request);
    const { inputs } = this;
    if (inputs?.policy && !inputs.still && this.onScreen) {
      this.request = requestAnimationFrame((now) => {
        if (now - this.drawn >= FRAME) {
          this.drawn = now;
          this.advance(now);
          this.draw(now);
        }
        this.resume();
      });
    }
  }

  private begin(now: number): Walk | null {
    const { inputs } = this;
    if (!inputs) return null;
    if (this.walk === null) {
      const stream = randomStream('walker', inputs.seed);
      this.random = () => stream.uniform();
    }
    this.since = now;
    return startWalk(inputs.grid.mdp, this.random);
  }

  private advance(now: number): void {
    const { inputs, policy } = this;
    if (!inputs || !policy) return;
    if (!this.walk) this.walk = this.begin(now);
    if (!this.walk) return;
    // After a pause (hidden tab, busy page) the walker goes on, it does not rush to catch up.
    if (now - this.since > 2 * PAUSE) this.since = now;
    if (this.walk.end !== null) {
      if (now - this.since >= PAUSE) this.walk = this.begin(now);
    } else if (now - this.since >= STRIDE) {
      this.walk = stepWalk(inputs.grid.mdp, policy, this.walk, this.random);
      this.since = now;
    }
  }

  private outline(cell: number, width: number, dashed: boolean): void {
    const { inputs, ctx } = this;
    if (!inputs) return;
    const palette = PALETTES[inputs.scheme];
    const box = boxOf(inputs.placement, cell);
    ctx.setLineDash(dashed ? [3 * inputs.dpr, 2 * inputs.dpr] : []);
    ctx.strokeStyle = palette.halo;
    ctx.lineWidth = width * 2.2;
    ctx.strokeRect(box.x, box.y, box.width, box.height);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = width;
    ctx.strokeRect(box.x, box.y, box.width, box.height);
    ctx.setLineDash([]);
  }

  /**
   * Draws on another pen what lies over the map, as on paper: the marked cells, and the way of the
   * walker as a still line.
   */
  drawAtRest(pen: CanvasRenderingContext2D): void {
    const { ctx, inputs } = this;
    if (!inputs) return;
    this.ctx = pen;
    try {
      this.paint({ ...inputs, still: true }, 0);
    } finally {
      this.ctx = ctx;
    }
  }

  private draw(now: number): void {
    const { inputs, ctx } = this;
    if (!inputs) return;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    this.paint(inputs, now);
  }

  private paint(inputs: OverlayInputs, now: number): void {
    const { grid, selected, hovered, dpr } = inputs;
    if (inputs.policy) {
      if (inputs.still) this.drawStill(inputs);
      else if (this.walk) this.drawWalk(inputs, this.walk, now);
    }
    if (hovered !== null && hovered !== selected && hovered < grid.states) {
      this.outline(grid.cells[hovered], 1.4 * dpr, true);
    }
    if (selected !== null && selected < grid.states) {
      this.outline(grid.cells[selected], 2.2 * dpr, false);
    }
    // Over the outline: where the marked pair itself is the source, its sign lies on the edge of the cell.
    if (inputs.chain) this.drawChain(inputs, inputs.chain);
  }

  /** From cell to cell along the backups, and a sign for where the value comes from. */
  private drawChain(inputs: OverlayInputs, { backups, source }: Chain): void {
    const { ctx } = this;
    const { grid, placement, dpr, scheme } = inputs;
    const palette = PALETTES[scheme];
    const points = backups
      .filter(({ state }) => state < grid.states)
      .map(({ state }) => centerOf(placement, grid.cells[state]));
    const last = points.at(-1);
    if (last === undefined) return;
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    for (const [color, width] of [
      [palette.halo, 5],
      [palette.ink, 2.2],
    ] as const) {
      ctx.strokeStyle = color;
      ctx.lineWidth = width * dpr;
      ctx.beginPath();
      for (const [i, { x, y }] of points.entries()) i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y);
      ctx.stroke();
    }
    if (source === 'ends') return;
    const [dx, dy] = DIRECTIONS[backups[backups.length - 1].action];
    const radius = Math.max(5 * dpr, placement.cell * 0.3);
    const at = { x: last.x + dx * placement.cell * 0.42, y: last.y + dy * placement.cell * 0.42 };
    ctx.beginPath();
    ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = palette.card;
    ctx.fill();
    ctx.lineWidth = 1.8 * dpr;
    ctx.strokeStyle = palette.ink;
    ctx.stroke();
    ctx.fillStyle = palette.ink;
    ctx.font = `700 ${Math.round(radius * 1.4)}px system-ui, sans-serif`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText(source === 'untried' ? '?' : '↻', at.x, at.y + radius * 0.08);
  }

  private tick(x: number, y: number, size: number, scheme: Scheme): void {
    const { ctx } = this;
    ctx.fillStyle = PALETTES[scheme].goal;
    ctx.beginPath();
    ctx.arc(x, y, size * 1.25, 0, 2 * Math.PI);
    ctx.fill();
    ctx.strokeStyle = '#ffffff';
    ctx.lineWidth = size * 0.28;
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(x - size * 0.55, y + size * 0.05);
    ctx.lineTo(x - size * 0.12, y + size * 0.48);
    ctx.lineTo(x + size * 0.6, y - size * 0.45);
    ctx.stroke();
  }

  private dot(x: number, y: number, radius: number, inputs: OverlayInputs): void {
    const { ctx } = this;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = inputs.color;
    ctx.fill();
    ctx.strokeStyle = '#ffffff';
    ctx.lineWidth = Math.max(1.5 * inputs.dpr, radius * 0.35);
    ctx.stroke();
  }

  private stuckRing(
    x: number,
    y: number,
    radius: number,
    inputs: OverlayInputs,
    alpha: number,
  ): void {
    const { ctx } = this;
    ctx.strokeStyle = cssColor(parseColor(inputs.color), alpha);
    ctx.lineWidth = Math.max(1.5 * inputs.dpr, radius * 0.14);
    ctx.setLineDash([radius * 0.5, radius * 0.35]);
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  private drawWalk(inputs: OverlayInputs, walk: Walk, now: number): void {
    const { ctx } = this;
    const { grid, placement } = inputs;
    const size = dotRadius(placement, inputs.dpr);
    const last = walk.path.length - 1;
    const at = (i: number) => centerOf(placement, grid.cells[walk.path[i]]);
    const share = walk.end ? 1 : Math.max(0, Math.min(1, (now - this.since) / STRIDE));
    const eased = share * share * (3 - 2 * share);
    const here = at(last);
    let { x, y } = here;
    if (last > 0) {
      const before = walk.path[last - 1];
      if (before === walk.path[last]) {
        const [dx, dy] = DIRECTIONS[walk.actions[last - 1]];
        const bump = Math.sin(Math.PI * share) * placement.cell * 0.22;
        x += dx * bump;
        y += dy * bump;
      } else if (adjacent(grid, before, walk.path[last])) {
        const from = at(last - 1);
        x = from.x + (here.x - from.x) * eased;
        y = from.y + (here.y - from.y) * eased;
      }
    }
    ctx.lineCap = 'round';
    ctx.lineWidth = size * 0.62;
    for (let i = Math.max(1, last - TRAIL); i <= last; i++) {
      if (!adjacent(grid, walk.path[i - 1], walk.path[i])) continue;
      const from = at(i - 1);
      const to = i === last ? { x, y } : at(i);
      ctx.strokeStyle = cssColor(parseColor(inputs.color), 0.75 * (1 - (last - i) / (TRAIL + 1)));
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
    }
    const rest = walk.end ? Math.min(1, (now - this.since) / PAUSE) : 0;
    if (walk.end === 'goal') {
      const swell = 1 + 0.35 * Math.sin(Math.min(1, rest * 2) * Math.PI);
      ctx.globalAlpha = rest > 0.8 ? (1 - rest) / 0.2 : 1;
      this.tick(x, y, 1.5 * size * swell, inputs.scheme);
      ctx.globalAlpha = 1;
      return;
    }
    ctx.globalAlpha = 1 - rest;
    if (walk.stuckFrom !== null) {
      const pulse = (now % 1400) / 1400;
      this.stuckRing(x, y, size * (1.9 + 0.25 * Math.sin(2 * Math.PI * pulse)), inputs, 0.9);
    }
    this.dot(x, y, size, inputs);
    ctx.globalAlpha = 1;
  }

  private drawStill(inputs: OverlayInputs): void {
    const { ctx } = this;
    const { grid, placement, policy } = inputs;
    if (!policy) return;
    if (!this.stillWalk) {
      const stream = randomStream('walker', inputs.seed);
      this.stillWalk = wholeWalk(grid.mdp, policy, () => stream.uniform());
    }
    const walk = this.stillWalk;
    const size = dotRadius(placement, inputs.dpr);
    ctx.strokeStyle = cssColor(parseColor(inputs.color), 0.8);
    ctx.lineWidth = size * 0.62;
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    ctx.beginPath();
    walk.path.forEach((state, i) => {
      const point = centerOf(placement, grid.cells[state]);
      if (i > 0 && adjacent(grid, walk.path[i - 1], state)) ctx.lineTo(point.x, point.y);
      else ctx.moveTo(point.x, point.y);
    });
    ctx.stroke();
    const end = centerOf(placement, grid.cells[walk.path[walk.path.length - 1]]);
    if (walk.end === 'goal') this.tick(end.x, end.y, 1.5 * size, inputs.scheme);
    else {
      if (walk.stuckFrom !== null) this.stuckRing(end.x, end.y, size * 2, inputs, 0.9);
      this.dot(end.x, end.y, size, inputs);
    }
  }
}
