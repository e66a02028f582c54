import { area } from './current';
import { formatCount, formatMoment } from './format';

/** How engines are started in a worker, and what is in the way; names of backends are arguments. */
export const stacks = area('stacks', {
  /** `why` is a clause, sometimes several sentences without the last full stop. */
  reason: (backend: string, why: string) => `${backend}: ${why}`,
  wasLost: (backend: string, why: string) => `${backend} was lost: ${why}`,
  pinned: 'pinned by you',
  hardware: (renderer: string) =>
    `this device has a hardware GPU${renderer === '' ? '' : ` (${renderer})`}`,
  nextBest: 'next best to WebGL',
  fallback: 'the plain fallback, slow but always there',
  noWebgl: 'this browser offers no WebGL 2 here',
  softwareWebgl: (renderer: string) =>
    `no hardware GPU found; WebGL here is software${renderer === '' ? '' : ` (${renderer})`}`,
  /** `why` are sentences. */
  noneStarted: (why: string) =>
    `No backend could be started, so nothing can be trained here. ${why} Try another browser, or reload the page.`,
  notStarted: (backend: string, why: string) => `${backend} did not start: ${why}`,
  notAvailable: (backend: string) => `${backend} is not available on this device.`,
  codeLate: 'it did not come in time',
  /** `why` is a clause, or what the browser says. */
  codeMissing: (why: string) =>
    `The part of the page that trains could not be loaded (${why}). Check the connection, then press Reset: it is asked for again.`,
  late: (backend: string) => `${backend} did not start in time: its files did not come.`,
  noWebAssembly:
    'WebAssembly is switched off in this browser, or forbidden by the site that shows this page.',
  halfFloats: 'WebGL here computes in 16-bit floats only, which is too coarse to train with.',

  slower: (): string => 'It is slower than it could be: WebAssembly has no SIMD on this device.',
  miscompiles: (fault: string) =>
    `The graphics driver here computes our programs wrongly (${fault}), so plain operations of tfjs take their place`,
  /** `what` is a name of the code, `percent` a whole number. */
  offBy: (what: string, percent: number) => `${what} is off by ${percent}\u00a0%`,
  wrong: (backend: string, fault: string) => `${backend} computes wrongly here: ${fault}.`,
  textureTooSmall:
    'The networks do not fit into a texture of this graphics driver: take fewer seeds or a smaller width.',
  graphicsMemory: (gib: number) =>
    `The networks need about ${gib}\u00a0GiB of graphics memory: take fewer seeds or a smaller width.`,
  memory: (mib: number) =>
    `The networks need ${mib}\u00a0MiB of memory, more than there is: take fewer seeds or a smaller width.`,

  notTimed: (why: string) => `Not timed: ${why}.`,
  notTimedCpu: (best: string) =>
    `Not timed: a step in plain JavaScript takes many times the ${best} of the best.`,

  contextTaken: 'the graphics driver took its context away',
  webglTaken: 'The graphics driver took WebGL away, so another engine takes over.',
  /** `why` is a sentence. */
  engineLost: (why: string, step: number) =>
    step > 0
      ? `${why} Your settings are kept; the learners are trained again up to step ${formatCount(step)}.`
      : `${why} Your settings are kept.`,
  /** `at` in milliseconds since 1970. */
  kept: (step: number, at: number) =>
    `This run had come to step ${formatCount(step)} when it was left (${formatMoment(at)}).`,
  goOn: (step: number) => `Go on from step ${formatCount(step)}`,
  keptGone: (): string => 'What was kept of this run is no longer there, so it stays as it is.',
  keptDamaged: (step: number) =>
    `What was kept of this run, up to step ${formatCount(step)}, is damaged and was thrown away. Training begins anew, with the same numbers.`,
  keptLater: (step: number) =>
    `A later version of this page has kept this run up to step ${formatCount(step)}, in a way that this one cannot read. Reload the page to get that version.`,
  /** `why` is what the browser says. */
  keptRefused: (why: string) =>
    `This browser keeps nothing here (${why}), so a reload begins this run anew. Everything else works.`,
  /** Sizes in MiB. */
  keptTooLarge: (size: number, most: number) =>
    `This run takes ${formatCount(size)}\u00a0MiB, more than the ${formatCount(most)}\u00a0MiB that are kept between visits: a reload begins it anew. Fewer seeds or a smaller width are kept.`,
  helperLost: (why: string) =>
    `A worker that trained some of the seeds stopped (${why}). Its seeds are trained again in one worker, from where they were last saved: that takes a while and changes no number.`,
});
