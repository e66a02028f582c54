/** Page to worker: the pictures of a film one after the other, then its end. */
export type FilmRequest =
  | { readonly type: 'begin'; readonly width: number; readonly height: number }
  | {
      readonly type: 'picture';
      /** `width × height × 4`, red, green, blue, opacity. */
      readonly pixels: Uint8ClampedArray<ArrayBuffer>;
      /** Milliseconds that it stands. */
      readonly stands: number;
    }
  | { readonly type: 'end' };

/** Worker to page. */
export type FilmReport =
  | { readonly type: 'film'; readonly bytes: ArrayBuffer }
  /** A clause: why there is none. */
  | { readonly type: 'failed'; readonly why: string };
