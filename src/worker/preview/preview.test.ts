import { describe, expect, it } from 'vitest';
import { buildProblem } from '../../experiment/problem';
import { SCENARIOS } from '../../experiment/scenarios';
import { resolveSettings } from '../../experiment/settings/parse';
import { ScriptedWorker } from '../connection/testing/scripted';
import { countBehaviors } from './client';
import { previewOf } from './preview';
import type { PreviewReport, PreviewRequest } from './protocol';

describe('a preview', () => {
  it.each(SCENARIOS.map(({ id }) => id))('counts the very data of the scenario %s', (id) => {
    const { settings } = resolveSettings({ scenario: id });
    const { dataset } = buildProblem(settings);
    expect(previewOf({ id, settings })).toEqual({ id, counts: dataset.counts.pairs });
  });

  it('that fails takes none of the others with it', () => {
    const { settings } = resolveSettings({});
    const broken = { ...settings, 'behavior.mixture': 'nobody knows' };
    expect(previewOf({ id: 'broken', settings: broken })).toEqual({ id: 'broken', counts: null });

    class Worker extends ScriptedWorker<PreviewRequest, PreviewReport> {
      protected override told(request: PreviewRequest): void {
        queueMicrotask(() => this.say(previewOf(request)));
      }
    }
    const worker = new Worker();
    const counted: string[] = [];
    countBehaviors(
      [
        { id: 'broken', settings: broken },
        { id: 'sound', settings },
      ],
      (id) => counted.push(id),
      () => worker,
    );
    return Promise.resolve().then(() => {
      expect(counted).toEqual(['sound']);
      expect(worker.terminated, 'once nothing is left').toBe(true);
    });
  });
});
