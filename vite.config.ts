import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: {
    format: 'es',
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    server: { deps: { inline: [/@tensorflow/] } },
    // Vitest would take the CommonJS bundles, a second tfjs-core beside the modules imported by path.
    alias: [{ find: /^@tensorflow\/(tfjs[a-z-]*)$/, replacement: '@tensorflow/$1/dist/index.js' }],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
