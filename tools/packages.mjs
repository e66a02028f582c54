import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

/** Runs a command in the open; true where it succeeds. */
export function succeeds(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** Installs Debian's packages where that may be done without asking anybody: as root, with apt, told `options` besides. */
export function installPackages(packages, options = []) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  succeeds('apt-get', ['update', '-qq']);
  succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...options, ...packages]);
}

/**
 * What `find` finds, after Debian's packages were installed where it finds nothing at first.
 *
 * @template T
 * @param {() => T | undefined} find
 * @param {readonly string[]} packages
 * @returns {T | undefined}
 */
export function installed(find, packages) {
  const found = find();
  if (found !== undefined) return found;
  installPackages(packages);
  return find();
}
