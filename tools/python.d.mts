/**
 * A Python with numpy and h5py: the one that OFFGRID_PYTHON names, else one on the PATH or in the
 * usual place, else the project's own environment. Undefined where there is none.
 */
export function findPython(): string | undefined;
