/**
 * A Python with some modules, numpy and h5py where none are named: the one that OFFGRID_PYTHON names, else
 * one on the PATH or in the usual place, else the project's own environment. Undefined where there is none.
 */
export function findPython(modules?: string): string | undefined;

/** One with numpy and PyTorch, in the same way. */
export function findTorch(): string | undefined;
