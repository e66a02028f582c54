/// <reference types="vite/types/importMeta.d.ts" />

const files = import.meta.glob<Readonly<Record<string, object>>>('./*.ts', { eager: true });

/** All areas in German: each is what a file of this folder exports under the file's name. */
export const AREAS = Object.fromEntries(
  Object.entries(files).map(([file, texts]) => {
    const name = file.slice('./'.length, -'.ts'.length);
    return [name, texts[name]];
  }),
);
