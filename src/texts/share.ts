import { area } from './current';

/** The dialog that makes the code of an embed. */
export const share = area('share', {
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
  },
  noPanel: 'Choose at least one. Until then the code shows the learners and the verdict.',
  controls: 'Controls',
  control: {
    run: 'Run',
    step: 'Step',
    reset: 'Reset',
    layer: 'What the maps show',
    knobs: 'Knobs of the learners',
  },
  fixed: 'What has no control keeps the value it has now.',
  still:
    'Without Run and Step nobody can train it: it stays at step 0 unless it begins at this step.',
  stillAtZero:
    'Without Run and Step nobody can train it: it stays at step 0. Train first, to let it begin further on.',
  arrived: 'Without Run and Step it trains to this step by itself and stays there.',
  needsLearners: 'The last two belong to the learners, which are not shown.',
  begin: (step: string) => `Begin at this step (${step})`,
  beginning: 'It trains to it by itself, once it comes into view.',
  atZero: 'The run is at step 0, where every embed begins.',
  theme: 'Paper',
  system: 'Reader’s own',
  paper: { light: 'Light', dark: 'Dark' },
  language: 'Language',
  size: 'Size',
  preset: { small: '600 × 400', medium: '900 × 600', full: 'Full width', own: 'Other' },
  width: 'Width',
  height: 'Height',
  pixels: 'px',
  wholeWidth: '100\u00a0%',
  unreadable: (used: string) => `Not a number of pixels; the code says ${used}.`,
  tooNarrow: (used: string) => `It must be at least ${used} pixels wide; the code says ${used}.`,
  tooLow: (used: string) => `It must be at least ${used} pixels high; the code says ${used}.`,
  tooLarge: (used: string) => `At most ${used} pixels; the code says ${used}.`,
  narrow: (width: string) =>
    `In a column of less than ${width} pixels, as on a phone, it shows a link to the page instead.`,
  preview: 'Preview',
  frame: 'Preview of the embed',
  /** `width` null: as wide as the page has room; `share` null: drawn at its size. */
  shown: (width: string | null, height: string, share: string | null) =>
    `${width ?? 'full width'} × ${height} pixels${share === null ? '' : `, drawn at ${share}`}`,
  code: 'Code',
  copy: 'Copy code',
  copied: 'Copied. Paste it into the HTML of your page.',
  refused: (keys: string) =>
    `The browser does not let the page copy. The code is selected: press ${keys}.`,
  keptData:
    'The rows are those of a file that is kept in this browser only. Whoever sees the embed does not have it: there the rows are collected by the behaviour, and the embed says so.',
  local:
    'This page comes from your own computer, and so does the address in the code: others cannot open it. Take the code from the published page.',
  /** Under the code. `{flags}` are those of an iframe's `sandbox`. */
  sandbox:
    'Where your site puts frames in a sandbox, all of it works with {flags}. Without allow-same-origin nothing is kept between visits, and the server must allow its files to other origins; without allow-popups the link to the whole page does nothing.',
});
