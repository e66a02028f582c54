import { pictures } from '../../texts/pictures';
import { Film } from '../../worker/film/client';
import { saveFile } from '../basics/save-file';
import type { Playground } from '../state/playground';
import { fileStem } from './caption';
import { canvasOf } from './raster';
import type { Request } from './request';
import { pictureOf } from './save';
import { NothingToSave } from './table';

/** Pictures of a film at most: more would be a large file that nobody sends. */
const MOST_PICTURES = 48;
/** Milliseconds of a picture, and of the last one. */
const STANDS = 140;
const LAST = 2500;

/** Steps of the moments that are filmed: evenly, the first and the last among them. */
export function filmedSteps(steps: readonly number[], most = MOST_PICTURES): readonly number[] {
  if (steps.length <= most) return steps;
  return Array.from(
    { length: most },
    (_, i) => steps[Math.round((i * (steps.length - 1)) / (most - 1))],
  );
}

/** Resolves when the page has had the time to draw what it was told. */
function drawn(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30))),
  );
}

/**
 * Films the run: shows its moments one after the other, takes a picture of each and makes a GIF of them.
 * Training waits meanwhile; afterwards the page shows the moment that it showed.
 *
 * @param told hears how much is done, in [0, 1].
 * @returns the file's name; rejects with NothingToSave where there is nothing to be seen, or `signal` says so.
 */
export async function saveFilm(
  playground: Playground,
  request: Omit<Request, 'model'>,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const steps = filmedSteps(
    playground.model.moments.kept.map(({ step }) => step).filter((step) => step > 0),
  );
  if (steps.length < 2) throw new NothingToSave(pictures().nothingMeasured);
  if (playground.model.status === 'running') playground.pause();
  const { shownStep } = playground.model;
  let film: Film | null = null;
  let size = { width: 0, height: 0 };
  try {
    for (const [i, step] of steps.entries()) {
      if (signal.aborted) throw new NothingToSave(pictures().filmStopped);
      playground.seek(step);
      await drawn();
      const canvas = await canvasOf(pictureOf({ ...request, model: playground.model }), 1);
      if (film === null) {
        // All pictures are as large as the first; captions may be longer later, the maps are not.
        size = { width: canvas.width, height: canvas.height };
        film = new Film(size);
      }
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error(pictures().noCanvas);
      const { data } = pen.getImageData(0, 0, size.width, size.height);
      film.add(data, i === steps.length - 1 ? LAST : STANDS);
      told((i + 1) / (steps.length + 1));
    }
    const file = `${fileStem(playground.model, 'film')}.gif`;
    const bytes = await film?.finished();
    if (bytes) saveFile(bytes, file, 'image/gif');
    return file;
  } finally {
    film?.cancel();
    playground.seek(shownStep ?? 'now');
  }
}
