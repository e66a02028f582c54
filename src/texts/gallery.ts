import { area } from './current';
import { formatPercent } from './format';

/** The gallery of scenarios. */
export const gallery = area('gallery', {
  title: 'Gallery of scenarios',
  close: 'Close the gallery',
  intro:
    'Each shows one thing about learning from frozen data. The pictures are the worlds with what the walker recorded. No method wins them all.',
  present: 'on the page',
  lookFor: 'Look for:',
  outcome: 'How it comes out',
  outcomeOf: (scenario: string) => `How it comes out in ${scenario}`,
  measured: 'Measured at the verdict, on ten datasets and more:',
  /** How often a claim holds; `goal` in (0, 1]. */
  kept: (goal: number) =>
    goal === 1 ? 'every run' : `≥ ${formatPercent(Math.round(100 * goal))} of runs`,
});
