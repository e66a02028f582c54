import { instanceKind, instanceSettings, instancesOn } from '../../experiment/settings/instances';
import type { Settings } from '../../experiment/types';
import { CATALOG } from '../../learners/catalog';
import type { LearnerMeta } from '../../learners/meta';
import { methodOf } from '../../learners/method';
import { canRead } from '../../learners/own/reader';
import type { LearnerKind } from '../../learners/types';

/** How a learner instance appears on the page: one name and one hue everywhere. */
export interface InstanceView {
  /** Instance id of the settings: `cql`, `cql-sketch`. */
  readonly id: string;
  readonly kind: LearnerKind;
  /** What it is under its settings. */
  readonly method: LearnerMeta;
  /** «CQL», «CQL · sketch». */
  readonly label: string;
  /** For line ends and ticks: «CQL», «CQL sketch». */
  readonly short: string;
  readonly tagline: string;
  readonly color: { readonly light: string; readonly dark: string };
  /** Place among the instances of the same kind, from 0: a second one is drawn dashed, never by colour alone. */
  readonly variant: number;
}

/** Mixes a colour `#rrggbb` with another; `share` in [0, 1] is the share of the second. */
function mix(color: string, other: string, share: number): string {
  const channel = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(color, at) * (1 - share) + channel(other, at) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** What an instance is called, whether it is on or not. */
export function namesOf(id: string, kind: LearnerKind): Pick<InstanceView, 'label' | 'short'> {
  const { label, short } = CATALOG[kind];
  const suffix = id.slice(kind.length + 1);
  return suffix ? { label: `${short} · ${suffix}`, short: `${short} ${suffix}` } : { label, short };
}

/** Whether a learner is on of which only its program says what it is, and nobody has come yet who can read it. */
export function wantReader(settings: Settings): boolean {
  if (canRead()) return false;
  return instancesOn(settings).some((id) => {
    const kind = instanceKind(id);
    return kind !== null && CATALOG[kind].programIn !== undefined;
  });
}

/** A text that is another whenever `instancesOf` says something else. */
export function keyOfInstances(settings: Settings): string {
  return JSON.stringify([
    canRead(),
    instancesOn(settings).map((id) => {
      const kind = instanceKind(id);
      return kind !== null && CATALOG[kind].under ? [id, instanceSettings(settings, id)] : id;
    }),
  ]);
}

/**
 * The learner instances of the settings in their order, ready to be named and coloured.
 * The first of a kind carries the kind's hue, later ones a shade of it.
 */
export function instancesOf(settings: Settings): readonly InstanceView[] {
  const seen = new Map<LearnerKind, number>();
  const views: InstanceView[] = [];
  for (const id of instancesOn(settings)) {
    const kind = instanceKind(id);
    if (kind === null) continue;
    const variant = seen.get(kind) ?? 0;
    seen.set(kind, variant + 1);
    const meta = methodOf(kind, instanceSettings(settings, id));
    const shade = Math.min(0.45, variant * 0.3);
    views.push({
      id,
      kind,
      method: meta,
      ...namesOf(id, kind),
      tagline: meta.tagline,
      color: {
        light: mix(meta.color.light, '#000000', shade),
        dark: mix(meta.color.dark, '#ffffff', shade),
      },
      variant,
    });
  }
  return views;
}
