/** A file of the built page. */
export interface PageFile {
  /** Relative to the page's folder. */
  readonly path: string;
  /** Its length, uncompressed. */
  readonly bytes: number;
  /** SHA-256 of what is in it, in hexadecimal digits. */
  readonly hash: string;
  /** Whether every visit begins with it. */
  readonly first?: true;
  /** The only language whose readers need it. */
  readonly language?: string;
}

/** What a build of the page consists of. */
export interface PageVersion {
  /** Of all that is in the files. */
  readonly version: string;
  /** The script that its document begins with, and no other version's. */
  readonly main: string;
  readonly files: readonly PageFile[];
}

/** What the page asks the service worker; each is answered on the port that comes with it. */
export type Ask =
  /** To keep what readers of a language need; answered by `Progress` until it is done. */
  | { readonly type: 'keep'; readonly language: string }
  /** To take the place of the version before. */
  | { readonly type: 'takeOver' };

/** How much of the page is in the browser. */
export interface Progress {
  readonly done: boolean;
  /** Bytes kept, and those of all that is to be kept. */
  readonly kept: number;
  readonly all: number;
  /** Whether the browser had no room for more. */
  readonly full: boolean;
}

/** What the service worker asks every tab. */
export interface Question {
  readonly type: 'standing';
}

/** What a tab answers. */
export interface Standing {
  /** The script that its document began with. */
  readonly main: string | null;
}
