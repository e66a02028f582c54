/** A browser to drive: `executablePath` is undefined where none was found. */
export interface FoundBrowser {
  readonly executablePath: string | undefined;
  readonly args: string[];
}

export function findBrowser(): Promise<FoundBrowser>;
export function findShell(): Promise<FoundBrowser>;
export function ensureBrowser(): Promise<FoundBrowser>;
export function ensureShell(): Promise<FoundBrowser>;
