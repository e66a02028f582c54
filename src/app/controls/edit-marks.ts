import { settingsAt } from '../../experiment/settings/change';
import { describe } from '../../experiment/settings/describe';
import type { LiveEdit, Settings } from '../../experiment/types';
import { training } from '../../texts/training';
import { settingText } from './setting-text';

/** What was changed while a run trained, at one step. */
export interface EditMark {
  readonly step: number;
  /** «α 1.25 → 0.5 from step 800 on». */
  readonly sentence: string;
}

/** A setting in as few words as there are: its symbol, or its name. */
export function settingName(key: string, settings: Settings): string {
  const { label, symbol } = describe(key, settings);
  return symbol ?? label;
}

/** The live edits of a run by ascending step, those of one step together. */
export function editMarks(base: Settings, edits: readonly LiveEdit[]): readonly EditMark[] {
  const steps = [...new Set(edits.map(({ step }) => step))].sort((one, other) => one - other);
  return steps.map((step) => {
    const before = settingsAt(base, edits, step - 1);
    const after = settingsAt(base, edits, step);
    const changes = edits
      .filter((edit) => edit.step === step)
      .map(({ key }) => ({
        name: settingName(key, before),
        from: settingText(key, before),
        to: settingText(key, after),
      }));
    return { step, sentence: training().edited(step, changes) };
  });
}
