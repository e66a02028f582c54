import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The policy (SECURITY.md): what may be shipped, and what may build and test it besides. */
const SHIPPED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0'];
const TOOLS = [...SHIPPED, 'MPL-2.0', 'Zlib'];

/** Packages whose licence is no name of a list, and what it says. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  h5wasm: 'public domain of the United States (NIST), with HDF5 under a BSD licence',
};

/** Packages that run a script of their own when they are installed, and what it does. */
const MAY_RUN: Readonly<Record<string, string>> = {
  'core-js': 'prints a request for donations; it comes with tfjs',
};

interface Package {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const locked: readonly (readonly [path: string, Package])[] = Object.entries<Package>(
  read('package-lock.json').packages,
).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Whether a licence expression leaves a choice, or asks for nothing, beyond what is allowed. */
function allowed(expression: string, names: readonly string[]): boolean {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some((part) => allowed(part, names));
  return text.split(' AND ').every((part) => names.includes(part.trim()));
}

describe('the policy on dependencies', () => {
  it('has every package under a licence that it allows', () => {
    for (const [path, { license, dev, devOptional }] of locked) {
      const name = nameOf(path);
      if (name in READ_BY_HAND) continue;
      expect(license, `${name} names no licence`).toBeDefined();
      const names = dev || devOptional ? TOOLS : SHIPPED;
      expect(allowed(license ?? '', names), `${name} is under ${license}`).toBe(true);
    }
  });

  it('knows expressions', () => {
    expect(allowed('(MIT OR GPL-3.0-or-later)', SHIPPED)).toBe(true);
    expect(allowed('MIT AND GPL-3.0-or-later', SHIPPED)).toBe(false);
    expect(allowed('MPL-2.0', SHIPPED)).toBe(false);
    expect(allowed('SEE LICENSE IN LICENSE.txt', TOOLS)).toBe(false);
  });

  it('lets nothing run when it is installed that is not named', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    for (const [path] of running) expect(Object.keys(MAY_RUN)).toContain(nameOf(path));
  });

  it('pins exact versions, and names no registry', () => {
    const { dependencies, devDependencies } = read('package.json');
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [path, { resolved }] of locked) expect(resolved, path).toBeUndefined();
  });
});
