import { saveFile } from '../basics/save-file';
import { originOf } from '../state/origin';
import { captionOf, fileStem, recipeOf } from './caption';
import { framed, type Picture } from './frame';
import { rasterOf } from './raster';
import type { Request } from './request';
import { blockOf, tableOf } from './sources';
import { csvOf, withOrigin } from './table';
import { Definitions } from './vector-context';

/** The picture that is asked for, with what stands around it. */
export function pictureOf(request: Request): Picture {
  const { model, scheme, name } = request;
  const definitions = new Definitions();
  const block = blockOf(request, definitions);
  const caption = captionOf(model);
  const { fontFamily } = getComputedStyle(document.body);
  const description = `${name}. ${caption}. ${recipeOf(model)}`;
  return framed(block, { title: name, caption, description, scheme, fontFamily }, definitions);
}

/** Saves the picture; resolves with the file's name. Rejects with NothingToSave where there is none. */
export async function savePicture(kind: 'svg' | 'png', request: Request): Promise<string> {
  const file = `${fileStem(request.model, request.of)}.${kind}`;
  const picture = pictureOf(request);
  if (kind === 'svg') saveFile(picture.svg, file, 'image/svg+xml');
  else saveFile(await rasterOf(picture), file, 'image/png');
  return file;
}

/** Saves the numbers; resolves with the file's name. Rejects with NothingToSave where there are none. */
export async function saveNumbers(request: Request): Promise<string> {
  const file = `${fileStem(request.model, request.of)}.csv`;
  const { snapshot } = request.model;
  saveFile(csvOf(withOrigin(tableOf(request), originOf(snapshot))), file, 'text/csv');
  return file;
}
