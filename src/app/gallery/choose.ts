import { differences } from '../../experiment/settings/describe';
import { type Given, resolveSettings } from '../../experiment/settings/parse';
import { isPersonal } from '../../experiment/settings/scope';
import type { Settings } from '../../experiment/types';

/**
 * The change that opens a scenario as it was shipped, also where it is the present one and was
 * changed since; how the page looks and where it computes stay.
 */
export function openingOf(scenario: string, settings: Settings): Given {
  // A learner that the scenario does not have takes its settings along.
  const shipped = resolveSettings({ scenario }).settings;
  const undone = Object.keys(differences(settings)).filter(
    (key) => Object.hasOwn(shipped, key) && !isPersonal(key),
  );
  return { ...Object.fromEntries(undone.map((key) => [key, undefined])), scenario };
}
