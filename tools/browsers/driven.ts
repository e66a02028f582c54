/** Where an element is: a selector of CSS, or an XPath that begins with `/`. */
export type Place = string;

/** A browser with one page, driven as a person would: pointer, keys and files. */
export interface Driven {
  /** «Firefox 153.7». */
  readonly name: string;
  goto(address: string): Promise<void>;
  /** What an async function with this body returns in the page. */
  ask(body: string): Promise<unknown>;
  /** Clicks what there is, once it is there. */
  click(at: Place): Promise<void>;
  /** Replaces what stands in a field, key by key, and confirms it with Enter. */
  type(at: Place, text: string): Promise<void>;
  /** Chooses an option of a `select` by its value. */
  choose(at: Place, value: string): Promise<void>;
  /** Gives a file of this machine to a file input. */
  give(at: Place, file: string): Promise<void>;
  close(): Promise<void>;
}

/** Why a browser is not driven on this machine. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}
