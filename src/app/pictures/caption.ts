import { scenarioById } from '../../experiment/scenarios';
import { describe, differences } from '../../experiment/settings/describe';
import { formatCount } from '../../texts/format';
import { pictures } from '../../texts/pictures';
import type { Model } from '../state/model';
import { originOf, originText } from '../state/origin';
import { shareMoment } from '../state/url-sync';

/** Settings named in a caption at most, and characters of a value. */
const NAMED = 6;
const LONGEST = 24;

/** The step of what is on show: that of the last measurement. */
export function shownStep(model: Model): number {
  return model.snapshot?.step ?? 0;
}

/** «extrapolation-error-1050»: scenario, picture, step. */
export function fileStem(model: Model, of: string): string {
  const parts = [model.settings.scenario, of, String(shownStep(model))];
  return `offgrid-${parts.join('-')}`.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
}

/** What a picture was taken of: the scenario, what differs from it, the step, and what trained it. */
export function captionOf(model: Model): string {
  const t = pictures();
  const { settings } = model;
  const scenario = scenarioById(settings.scenario);
  const changed = Object.entries(differences(settings)).flatMap(([key, value]) => {
    if (key === 'scenario' || describe(key, settings).scope === 'view') return [];
    const text = String(value);
    return [text.length > LONGEST ? t.changed(key) : `${key} = ${text}`];
  });
  const more = changed.length > NAMED ? [t.moreChanged(changed.length - NAMED)] : [];
  return [
    scenario?.title ?? settings.scenario,
    ...changed.slice(0, NAMED),
    ...more,
    t.step(formatCount(shownStep(model))),
    originText(originOf(model.snapshot)),
  ].join(' · ');
}

/** How to see the same again, for the file's description. */
export function recipeOf(model: Model): string {
  return pictures().recipe(shareMoment(model, ''));
}
