import { build, type Plugin, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { workerMains } from './worker-mains.mjs';

/** A worker whose lazy part shares a module with its main one: what makes bundlers import back. */
const MODULES: Record<string, string> = {
  main: 'import { shared } from "shared"; self.onmessage = () => import("lazy").then(shared);',
  lazy: 'import { shared } from "shared"; export const then = shared;',
  shared: 'export const shared = () => self.postMessage(1);',
};
const memory = {
  name: 'memory',
  resolveId: (id: string) => (id in MODULES ? id : null),
  load: (id: string) => MODULES[id] ?? null,
};

async function importersOfMain(...plugins: Plugin[]): Promise<string[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [memory, ...plugins],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: 'main', preserveEntrySignatures: false },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const chunks = output.filter((each) => each.type === 'chunk');
  const main = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
  return chunks
    .filter(({ imports, dynamicImports }) => [...imports, ...dynamicImports].includes(main))
    .map(({ name }) => name);
}

it('lets no chunk of a worker import from its main module', async () => {
  expect(await importersOfMain(), 'without the plugin').toEqual(['lazy']);
  expect(await importersOfMain(workerMains())).toEqual([]);
});

it('fails the build where one does all the same', async () => {
  const { generateBundle } = workerMains();
  await expect(importersOfMain({ name: 'guard', generateBundle })).rejects.toThrow(
    /lazy.* imports from .*main.*WebKit/,
  );
});
