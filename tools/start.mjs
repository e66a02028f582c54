// `npm start`: builds the page and serves it on a free local port.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));
const asked = Number(process.env.PORT ?? 4173);
const port = Number.isInteger(asked) && asked > 0 && asked < 65536 ? asked : 4173;

await build({ root, logLevel: 'warn' });
const server = await preview({ root, preview: { port, strictPort: false, host: '127.0.0.1' } });
const [address] = server.resolvedUrls?.local ?? [];
console.log(`\nOffgrid is ready: ${address}\n(Ctrl+C stops it.)`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => server.close().finally(() => process.exit(0)));
}
