// WebKit evaluates the main module of a worker a second time where a chunk of the worker imports from it.

import { basename } from 'node:path';

/**
 * A plugin for Vite's worker build: the main module of every worker only imports the real one, and a
 * build in which another chunk imports from it fails.
 */
export function workerMains() {
  return {
    name: 'offgrid-worker-mains',
    // Vite sets this itself, after the configuration has been read.
    options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      // What a module imports lazily of its own chunk is named here too, and is no import of a file.
      for (const main of chunks.filter(({ isEntry }) => isEntry))
        for (const { fileName, imports, dynamicImports, code } of chunks)
          if (
            [...imports, ...dynamicImports].includes(main.fileName) &&
            code.includes(basename(main.fileName))
          )
            this.error(
              `${fileName} imports from ${main.fileName}, the main module of a worker: WebKit would evaluate that twice.`,
            );
    },
  };
}
