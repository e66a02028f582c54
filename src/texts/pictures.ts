import { area } from './current';
import { formatShare, plural } from './format';

/** What a chart or map can be taken home as, and what stands around its picture. */
export const pictures = area('pictures', {
  svg: 'Picture as SVG',
  png: 'Picture as PNG',
  film: 'Film of the run (GIF)',
  /** `share` of it in [0, 1]; pressed again, it stops. */
  filming: (share: number) => `${formatShare(share)} · stop`,
  filmStopped: 'The film was stopped.',
  csv: 'Numbers as CSV',
  csvOfMap: 'Values as CSV',
  csvOfBar: 'Returns as CSV',
  busy: 'Drawing …',
  saved: (file: string) => `Saved as ${file}.`,
  failed: (why: string) =>
    `This could not be saved (${why}). Try again, or take the numbers as CSV.`,
  gone: 'it is no longer on the page',
  noCanvas: 'the browser gives no canvas of that size',
  noPng: 'the browser writes no PNG of that size',
  noVectors: 'a part of it can be shown, but not drawn as vectors',
  nothingMeasured: 'There are no numbers yet: nothing has been measured.',
  unsolved: 'The world is still being solved. Try again in a moment.',
  noCell: 'Mark a cell first: click one on any map.',
  noMap: 'There is no map to be drawn yet. Try again in a moment.',
  noSteps: 'There are no numbers yet: take a step first.',
  /** In a caption, beside the values of other settings. */
  changed: (setting: string) => `${setting} changed`,
  moreChanged: (count: number) =>
    plural(count, { one: '1 more setting changed', other: `${count} more settings changed` }),
  step: (step: string) => `step ${step}`,
  recipe: (hash: string) =>
    `Taken with Offgrid. The page with this after its address shows it again: ${hash}`,
  world: 'The world',
  behavior: 'The behaviour',
  episode: 'The episode',
  dataOnMap: 'The data on the map',
  episodeReturns: 'Returns of the episodes',
  row: (learner: string) => `${learner}, the row under the microscope`,
});
