import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every `.json` file in a folder and its subfolders, in alphabetical order; a file stands for itself.
 * Throws an Error with a sentence where the path cannot be read or holds no such file.
 */
export function goldenFiles(path: string): string[] {
  const files: string[] = [];
  const visit = (at: string) => {
    if (!statSync(at).isDirectory()) {
      files.push(at);
      return;
    }
    const entries = readdirSync(at, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = join(at, entry.name);
      if (entry.isDirectory()) visit(inside);
      else if (entry.name.endsWith('.json')) files.push(inside);
    }
  };
  try {
    visit(path);
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${(error as Error).message}`);
  }
  if (files.length === 0) throw new Error(`There is no golden file (.json) in ${path}.`);
  return files;
}
