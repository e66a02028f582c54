import { encodeMoment } from '../../experiment/settings/moment';
import { type EmbedChoice, embedQuery, LEAST_SIZE } from '../state/embed-options';
import type { Model } from '../state/model';
import { shareUrl } from '../state/url-sync';

/** The room that a page gives an embed, in CSS pixels. */
export interface FrameSize {
  /** Null: as wide as the page has room. */
  readonly width: number | null;
  readonly height: number;
}

/** What an entry of pixels means, and what is wrong with it. */
export interface Pixels {
  /** A whole number that can be used, whatever was entered. */
  readonly value: number;
  readonly fault: 'unreadable' | 'small' | 'large' | null;
}

/** Most pixels of a side; a slip of the finger must not ask for a million. */
export const MOST_PIXELS = 4000;

/** Reads pixels as people write them, `900`, `900.4`, ` 900 px`; out of range is the nearest bound. */
export function readPixels(text: string, side: keyof typeof LEAST_SIZE): Pixels {
  const least = LEAST_SIZE[side];
  const digits = /^\s*(-?\d+(?:\.\d*)?)\s*(?:px)?\s*$/i.exec(text)?.[1];
  if (digits === undefined) return { value: least, fault: 'unreadable' };
  const value = Math.round(Number(digits));
  if (value < least) return { value: least, fault: 'small' };
  if (value > MOST_PIXELS) return { value: MOST_PIXELS, fault: 'large' };
  return { value, fault: null };
}

/**
 * The address of an embed of the page as it is now.
 *
 * @param page the address of the page, without query and hash.
 * @param at the step that it trains to by itself; null or 0: none. What was predicted stays behind.
 */
export function embedAddress(
  model: Model,
  page: string,
  choice: EmbedChoice,
  at: number | null,
): string {
  return `${shareUrl(model, `${page}?${embedQuery(choice)}`)}${encodeMoment({ at, guess: [] })}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in an attribute of HTML, in either kind of quotation marks. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

/** What a `sandbox` around the frame has to allow for all of it to work: storage, the link out, files. */
export const SANDBOX = ['scripts', 'same-origin', 'popups', 'downloads']
  .map((flag) => `allow-${flag}`)
  .join(' ');

/** The HTML that puts the page at `address` into another page. */
export function iframeCode(address: string, title: string, { width, height }: FrameSize): string {
  const attributes = [
    ['src', address],
    ['title', title],
    ['width', width === null ? '100%' : String(width)],
    ['height', String(height)],
    ['style', 'border:0'],
    // Off the screen it must take no processor time from the page it stands in.
    ['loading', 'lazy'],
  ].map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
  return `<iframe ${attributes.join(' ')}></iframe>`;
}
