import { CATALOG } from '../catalog';
import { settledText } from '../language/settled';
import { LEARNERS } from '../registry';
import type { LearnerKind, LearnerSettings } from '../types';

/** The settings of a kind as it is shipped. */
export function defaultsOf(kind: LearnerKind): LearnerSettings {
  return Object.fromEntries(
    Object.entries(CATALOG[kind].settings).map(([name, { default: value }]) => [name, value]),
  ) as LearnerSettings;
}

/** The program of a method under its default settings, as somebody who changes it finds it. */
export function copyOf(kind: LearnerKind): string {
  const settings = defaultsOf(kind);
  const { program, variant, hyper, hyperNames } = LEARNERS[kind](settings);
  const values = hyper(settings);
  const knobs = program.knobs.map(({ name }, k) => {
    const value = values[hyperNames[k]];
    return [name, { value, from: value / 10, to: value * 10, logarithmic: true }];
  });
  return settledText(program, variant(settings), Object.fromEntries(knobs));
}
