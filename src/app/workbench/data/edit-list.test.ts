import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { readEdits } from '../../../data/edits';
import { surgery } from '../../../data/testing/texts';
import { changeSettings } from '../../../experiment/settings/change';
import { initialModel, type Model } from '../../state/model';
import { defaultSettings } from '../../state/testing';
import { EditList } from './edit-list';

/** The settings of a playground, and nothing of its worker. */
function settingsOnly() {
  const store = createStore<Model>(() => initialModel(defaultSettings(), [], 'run-1'));
  return {
    store,
    get model() {
      return store.getState();
    },
    change(patch: Readonly<Record<string, unknown>>) {
      const { settings, notices } = changeSettings(store.getState().settings, patch);
      // As the playground does, which says first what was put right.
      store.setState({ notices: [] });
      store.setState({ settings });
      return notices;
    },
  };
}

const textOf = (playground: ReturnType<typeof settingsOnly>) =>
  String(playground.model.settings['data.edits']);

/** Something done to a list; numbers choose among the edits that there are. */
const doing = fc.oneof(
  surgery.map((what) => (list: EditList) => list.add(what)),
  fc.tuple(fc.nat(20), surgery).map(([at, what]) => (list: EditList) => {
    const entry = list.state.entries[at % Math.max(1, list.state.entries.length)];
    if (entry) list.alter(entry.id, what);
  }),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([at, place]) => (list: EditList) => {
    const entry = list.state.entries[at % Math.max(1, list.state.entries.length)];
    if (entry) list.move(entry.id, place);
  }),
  fc.tuple(fc.nat(20), fc.boolean()).map(([at, on]) => (list: EditList) => {
    const entry = list.state.entries[at % Math.max(1, list.state.entries.length)];
    if (entry) list.turn(entry.id, on);
  }),
  fc.nat(20).map((at) => (list: EditList) => {
    const entry = list.state.entries[at % Math.max(1, list.state.entries.length)];
    if (entry) list.remove(entry.id);
  }),
);

describe('the list of edits', () => {
  it('is the setting, whatever is done to it, and undoes and redoes every step', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 12 }), (doings) => {
        const playground = settingsOnly();
        const list = new EditList(playground);
        const texts = [textOf(playground)];
        for (const act of doings) {
          act(list);
          if (textOf(playground) !== texts.at(-1)) texts.push(textOf(playground));
          expect(list.state.entries.map(({ edit }) => edit)).toEqual(
            readEdits(textOf(playground)).value,
          );
        }
        const back = [textOf(playground)];
        while (list.state.past.length > 0) {
          list.undo();
          back.push(textOf(playground));
        }
        expect(back).toEqual([...texts].reverse());
        while (list.state.future.length > 0) list.redo();
        expect(textOf(playground)).toBe(texts.at(-1));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the names of its rows when it is reordered', () => {
    const list = new EditList(settingsOnly());
    for (const percent of [10, 20, 30]) list.add({ kind: 'top', percent });
    const [a, b, c] = list.state.entries.map(({ id }) => id);
    list.move(a, 1);
    expect(list.state.entries.map(({ id }) => id)).toEqual([b, a, c]);
    list.move(c, -5);
    expect(list.state.entries.map(({ id }) => id)).toEqual([c, b, a]);
    expect(list.state.said).toBe('Keep the best 30\u00a0% of episodes moved to place 1.');
  });

  it('takes over a list from elsewhere as a step that can be undone', () => {
    const playground = settingsOnly();
    const list = new EditList(playground);
    list.add({ kind: 'top', percent: 10 });
    playground.change({ 'data.edits': 'top(10);!below(0.2)' });
    expect(list.state.entries).toHaveLength(2);
    list.undo();
    expect(textOf(playground)).toBe('top(10)');
    list.redo();
    expect(textOf(playground)).toBe('top(10);!below(0.2)');
  });
});
