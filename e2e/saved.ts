import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { elsewhere, expect } from './support';

/** A file as it was saved. */
export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Takes home what a download button of `within` offers under the words of its menu. */
export async function save(
  page: Page,
  within: Locator | Page,
  picture: string | RegExp,
  item: string,
): Promise<Saved> {
  await within.getByRole('button', { name: picture }).first().click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item, exact: true }).click(),
  ]);
  await expect(page.getByRole('menu')).toHaveCount(0);
  const bytes = await readFile(await saved.path());
  return { name: saved.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** Rows of a CSV by the names of their columns; none of ours has a quoted field. */
export function rowsOf({ text }: Saved): readonly Readonly<Record<string, string>>[] {
  const [head, ...lines] = text.replace(/\r\n$/, '').split('\r\n');
  const names = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    expect(fields).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, i) => [name, fields[i]]));
  });
}

/** Opens an SVG as any program would, as a picture by itself: how large it is, and what it consists of. */
export async function seen(page: Page, { text }: Saved) {
  expect(text).not.toMatch(/foreignObject|<image|<style|var\(--|NaN|undefined/);
  // Nothing but the name of the language is an address.
  expect(text.match(/(?:https?:|\/\/)[^"<\s]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  for (const [, target] of text.matchAll(/url\(([^)]*)\)/g)) {
    expect(target).toMatch(/^#/);
    expect(text).toContain(`id="${target.slice(1)}"`);
  }
  const look = async (svg: string) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const data = pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const colors = new Set<string>();
    for (let i = 0; i < data.length; i += 4) colors.add(data.slice(i, i + 3).toString());
    return {
      faults: parsed.querySelectorAll('parsererror').length,
      title: parsed.querySelector('title')?.textContent ?? '',
      texts: Array.from(parsed.querySelectorAll('text'), (one) => one.textContent ?? ''),
      triangles: parsed.querySelectorAll('path[d$="Z"][fill^="#"]').length,
      width: image.naturalWidth,
      height: image.naturalHeight,
      colors: colors.size,
    };
  };
  return elsewhere(page, look, text);
}
