export function succeeds(command: string, args: readonly string[]): boolean;
export function installPackages(packages: readonly string[]): void;
export function installed<T>(find: () => T | undefined, packages: readonly string[]): T | undefined;
