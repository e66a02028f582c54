// Vite lists the licences of the page's own bundle; this does the same for what the worker bundles.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MODULE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** Folder and name of the package that a module belongs to; undefined for the project's own. */
function packageOf(id) {
  const [, folder, name] = MODULE.exec(id.replaceAll('\\', '/')) ?? [];
  return folder && existsSync(join(folder, 'package.json')) ? { folder, name } : undefined;
}

function describe({ folder, name }) {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `## ${name} - ${version} (${license})\n\n${text || 'Its package ships no text; that of the Apache licence 2.0 is in apache-2.0.txt beside this file.'}\n`;
}

/**
 * Packages of all workers: each is a build of its own that writes the same file, and the last one has
 * to name what is in the others.
 */
const packages = new Map();

/** A plugin for Vite's worker build: writes `worker-licenses.md` beside the page. */
export function workerLicenses() {
  return {
    name: 'offgrid-worker-licenses',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        for (const id of output.type === 'chunk' ? Object.keys(output.modules) : []) {
          const found = packageOf(id);
          if (found) packages.set(found.name, found);
        }
      }
      const entries = [...packages.values()].sort((a, b) => a.name.localeCompare(b.name));
      this.emitFile({
        type: 'asset',
        fileName: 'worker-licenses.md',
        source: `# Licences of what the workers bundle\n\n${entries.map(describe).join('\n')}`,
      });
    },
  };
}
