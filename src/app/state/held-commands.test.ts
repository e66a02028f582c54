import { describe, expect, it } from 'vitest';
import type { GivenData } from '../../data/given';
import type { Command } from '../../worker/training/protocol';
import { HeldCommands } from './held-commands';
import { corridor, defaultSettings } from './testing';

/** Commands over a shelf whose searches end when the test says so. */
function stage(atHand: readonly GivenData[] = []) {
  const sent: Command[] = [];
  const found = new Map<string, (data: GivenData | undefined) => void>();
  const commands = new HeldCommands((command) => void sent.push(command), {
    get: (hash) => atHand.find((data) => data.hash === hash),
    find: (hash) => new Promise((resolve) => found.set(hash, resolve)),
  });
  return {
    commands,
    /** What was sent: the run of a command that configures, the type of others. */
    sent: () =>
      sent.map((command) => (command.type === 'configure' ? command.runId : command.type)),
    given: () =>
      sent.flatMap((command) => (command.type === 'configure' ? [command.given?.hash] : [])),
    async ends(hash: string, data?: GivenData) {
      found.get(hash)?.(data);
      await Promise.resolve();
    },
    configure: (runId: string, hash: string | null) =>
      commands.configure(hash, () => ({
        type: 'configure',
        runId,
        settings: defaultSettings(),
        edits: [],
        remembered: null,
      })),
  };
}

describe('commands to the worker', () => {
  it('are sent at once where the run rests on no given dataset, or on one at hand', () => {
    const data = corridor(4);
    const { commands, sent, given, configure } = stage([data]);
    configure('a', null);
    commands.post({ type: 'step' });
    expect(commands.withoutData).toBe(true);
    configure('b', data.hash);
    commands.post({ type: 'pause' });
    expect(sent()).toEqual(['a', 'step', 'b', 'pause']);
    expect(given()).toEqual([undefined, data.hash]);
    expect(commands.withoutData).toBe(false);
  });

  it('are held back in their order until the dataset is found', async () => {
    const data = corridor(4);
    const { commands, sent, given, configure, ends } = stage();
    configure('a', data.hash);
    commands.post({ type: 'step' });
    commands.post({ type: 'pause' });
    expect(sent()).toEqual([]);
    expect(commands.withoutData, 'it may be found').toBe(false);
    await ends(data.hash, data);
    commands.post({ type: 'step' });
    expect(sent()).toEqual(['a', 'step', 'pause', 'step']);
    expect(given()).toEqual([data.hash]);
    expect(commands.withoutData).toBe(false);
  });

  it('are sent all the same where it is found nowhere', async () => {
    const { commands, sent, given, configure, ends } = stage();
    configure('a', 'nobody-has-it');
    commands.post({ type: 'step' });
    await ends('nobody-has-it');
    expect(sent()).toEqual(['a', 'step']);
    expect(given()).toEqual([undefined]);
    expect(commands.withoutData).toBe(true);
  });

  it.each([null, 'another'])(
    'of a run are dropped once the next one begins, on %s',
    async (next) => {
      const data = corridor(4);
      const { commands, sent, configure, ends } = stage();
      configure('a', data.hash);
      commands.post({ type: 'step' });
      configure('b', next);
      await ends(data.hash, data);
      if (next !== null) await ends(next);
      commands.post({ type: 'pause' });
      expect(sent()).toEqual(['b', 'pause']);
    },
  );

  it('configure by what is known when they are sent', async () => {
    const { commands, ends } = stage();
    let asked = 0;
    commands.configure('late', () => {
      asked += 1;
      return {
        type: 'configure',
        runId: 'a',
        settings: defaultSettings(),
        edits: [],
        remembered: null,
      };
    });
    expect(asked).toBe(0);
    await ends('late');
    expect(asked).toBe(1);
  });
});
