// Runs a TypeScript entry in Node: node tools/run-ts.mjs [--keep FOLDER] ENTRY.ts [arguments …]
//
// The entry is bundled with Vite, so that tools resolve modules exactly as the page does, and tfjs
// comes from its ES modules with one tfjs-core for all backends. The bundle lies under node_modules,
// where `require.resolve` from it still finds the packages, and is removed when the process ends. With
// --keep it is made in that folder, likewise under node_modules, and used again while it is there.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const given = process.argv.slice(2);
const [, folder] = given[0] === '--keep' ? given.splice(0, 2) : [];
const [entry, ...rest] = given;
if (entry === undefined || !existsSync(resolve(entry))) {
  console.error(
    entry === undefined
      ? 'usage: node tools/run-ts.mjs ENTRY.ts [arguments …]'
      : `run-ts: there is no file ${resolve(entry)}`,
  );
  process.exit(2);
}

const cache = join(root, 'node_modules/.cache/offgrid');
mkdirSync(cache, { recursive: true });
const outDir = folder ? resolve(folder) : mkdtempSync(join(cache, `${basename(entry, '.ts')}-`));
const main = join(outDir, 'main.mjs');
if (!folder) process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

// Emscripten's glue in the wasm backend and tfjs's Node platform are CommonJS at heart.
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { dirname as __dirnameOf } from 'node:path';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  'const __dirname = __dirnameOf(__filename);',
].join('\n');

if (!existsSync(main)) {
  // Only what is still to be bundled needs Vite.
  const { build } = await import('vite');
  const { simdAssembly } = await import('./assembly-plugin.mjs');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [simdAssembly()],
    // fflate's build for Node declares a `require` of its own, which the banner does too.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    ssr: { noExternal: /^(?!vite$|vite\/|playwright|selenium-webdriver)/ },
    build: {
      ssr: resolve(entry),
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      sourcemap: true,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        output: { format: 'es', entryFileNames: 'main.mjs', codeSplitting: false, banner },
      },
    },
  });
}

process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], resolve(entry), ...rest];
try {
  await import(pathToFileURL(main).href);
} catch (error) {
  // Caught here: the wasm backend answers uncaught errors by printing its own source.
  console.error(error);
  process.exit(1);
}
