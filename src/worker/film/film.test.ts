import { decode, decodeFrames } from 'modern-gif';
import { describe, expect, it } from 'vitest';
import { ScriptedWorker } from '../connection/testing/scripted';
import { Film } from './client';
import { Filming } from './film';
import type { FilmReport, FilmRequest } from './protocol';

const SIZE = { width: 12, height: 8 };

/** A picture of one colour. */
function picture(red: number, green: number, blue: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
  for (let i = 0; i < pixels.length; i += 4) pixels.set([red, green, blue, 255], i);
  return pixels;
}

/** A worker that films as the real one does, in this thread. */
class FilmingWorker extends ScriptedWorker<FilmRequest, FilmReport> {
  readonly #filming = new Filming((report) => this.say(report));

  protected override told(request: FilmRequest): void {
    this.#filming.take(request);
  }
}

describe('a film', () => {
  it('is a GIF of its pictures, in their order, each for its time', async () => {
    const film = new Film(SIZE, () => new FilmingWorker());
    film.add(picture(255, 0, 0), 140);
    film.add(picture(0, 0, 255), 2500);
    const bytes = await film.finished();
    expect(new TextDecoder().decode(bytes.slice(0, 6))).toBe('GIF89a');
    const gif = decode(bytes);
    expect([gif.width, gif.height, gif.frames.length]).toEqual([12, 8, 2]);
    expect(gif.frames.map(({ delay }) => delay)).toEqual([140, 2500]);
    const frames = await decodeFrames(bytes);
    const first = frames.map(({ data }) => [...data.slice(0, 3)]);
    expect(first[0][0]).toBeGreaterThan(240);
    expect(first[0][2]).toBeLessThan(16);
    expect(first[1][2]).toBeGreaterThan(240);
    expect(first[1][0]).toBeLessThan(16);
  });

  it('says why there is none: what cannot be encoded, and a worker that is lost', async () => {
    const wrong = new Film({ width: 0, height: 0 }, () => new FilmingWorker());
    wrong.add(new Uint8ClampedArray(0), 100);
    await expect(wrong.finished()).rejects.toThrow();
    let worker: ScriptedWorker<FilmRequest, FilmReport> | undefined;
    const lost = new Film(SIZE, () => {
      worker = new ScriptedWorker();
      return worker;
    });
    const ended = lost.finished();
    worker?.crash('out of memory');
    await expect(ended).rejects.toThrow(/./);
  });
});
