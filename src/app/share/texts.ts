import type { Control, Panel, Theme } from '../embed/options';
import type { Pixels } from './iframe';

const SIDES = { width: 'wide', height: 'high' } as const;

export const TEXTS = {
  title: 'Embed in a page',
  close: 'Close the embed dialog',
  intro:
    'The playground as it stands now, inside a page of yours. Choose what it shows and copy the code.',
  panels: 'Panels',
  panel: {
    world: 'World and data',
    learners: 'Learners',
    evidence: 'Evidence',
    verdict: 'Verdict',
  } satisfies Record<Panel, string>,
  noPanel: 'Choose at least one. Until then the code shows the learners and the verdict.',
  controls: 'Controls',
  control: {
    run: 'Run',
    step: 'Step',
    reset: 'Reset',
    layer: 'What the maps show',
    knobs: 'Knobs of the learners',
  } satisfies Record<Control, string>,
  fixed: 'What has no control keeps the value it has now.',
  still: (step: number) =>
    step > 0
      ? 'Without Run and Step nobody can train it: it stays at step 0 unless it begins at this step.'
      : 'Without Run and Step nobody can train it: it stays at step 0. Train first, to let it begin further on.',
  arrived: 'Without Run and Step it trains to this step by itself and stays there.',
  needsLearners: 'The last two belong to the learners, which are not shown.',
  size: 'Size',
  preset: {
    small: '600 × 400',
    medium: '900 × 600',
    full: 'Full width',
    own: 'Other',
  },
  width: 'Width',
  height: 'Height',
  pixels: 'px',
  wholeWidth: '100 %',
  pixelFault: (side: keyof typeof SIDES, { value, fault }: Pixels) => {
    switch (fault) {
      case null:
        return null;
      case 'unreadable':
        return `Not a number of pixels; the code says ${value}.`;
      case 'small':
        return `It must be at least ${value} pixels ${SIDES[side]}; the code says ${value}.`;
      case 'large':
        return `At most ${value} pixels; the code says ${value}.`;
    }
  },
  narrow:
    'In a column of less than 600 pixels, as on a phone, it shows a link to the page instead.',
  theme: 'Paper',
  system: 'Reader’s own',
  paper: { light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
  begin: (step: string) => `Begin at this step (${step})`,
  beginning: 'It trains to it by itself, once it comes into view.',
  atZero: 'The run is at step 0, where every embed begins.',
  preview: 'Preview',
  frame: 'Preview of the embed',
  shown: (width: string | null, height: string, percent: number) =>
    `${width ?? 'full width'} × ${height} pixels${percent < 100 ? `, drawn at ${percent} %` : ''}`,
  code: 'Code',
  copy: 'Copy code',
  copied: 'Copied. Paste it into the HTML of your page.',
  refused: (keys: string) =>
    `The browser does not let the page copy. The code is selected: press ${keys}.`,
  keptData:
    'The rows are those of a file that is kept in this browser only. Whoever sees the embed does not have it: there the rows are collected by the behaviour, and the embed says so.',
  local:
    'This page comes from your own computer, and so does the address in the code: others cannot open it. Take the code from the published page.',
} as const;
