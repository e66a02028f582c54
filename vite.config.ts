import { basename, dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { article } from './tools/article/plugin.mjs';
import { simdAssembly } from './tools/assembly-plugin.mjs';
import { firstPaint } from './tools/first-paint.mjs';
import { lessons } from './tools/lessons-plugin.mjs';
import { offline } from './tools/offline-plugin.mjs';
import { ramps } from './tools/ramps-plugin.mjs';
import { workerLicenses } from './tools/worker-licenses.mjs';
import { workerMains } from './tools/worker-mains.mjs';

const TESTS = ['{src,tools}/**/*.test.{ts,tsx}'];
const TOGETHER = ['src/{app,data,mdp,random,texts}/**/*.test.{ts,tsx}'];

export default defineConfig({
  base: './',
  plugins: [article(), react(), simdAssembly(), lessons(), ramps(), firstPaint(), offline()],
  worker: {
    format: 'es',
    plugins: () => [simdAssembly(), workerLicenses(), workerMains()],
    rolldownOptions: {
      output: {
        comments: { legal: false },
        // Every main module is called entry.ts: a file is named by its folder.
        entryFileNames: ({ facadeModuleId }) =>
          `assets/${basename(dirname(facadeModuleId ?? ''))}-worker-[hash].js`,
      },
    },
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        // Cut by what tabs share it would be many small files, which compress worse.
        codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] },
      },
    },
  },
  // What only the workers import is found beforehand: found late, it has `npm run dev` load the page anew.
  optimizeDeps: { entries: ['index.html', 'src/worker/*/entry.ts'] },
  test: {
    environment: 'node',
    server: { deps: { inline: [/@tensorflow/] } },
    // Vitest would take the CommonJS bundles, a second tfjs-core beside the modules imported by path.
    alias: [{ find: /^@tensorflow\/(tfjs[a-z-]*)$/, replacement: '@tensorflow/$1/dist/index.js' }],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // Many small files, which would load the same modules over and over; none changes what another sees.
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      // Engines, and whatever takes WebAssembly away or counts what is allocated.
      { extends: true, test: { name: 'apart', include: TESTS, exclude: TOGETHER } },
    ],
  },
});
