import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEEPEST,
  type History,
  type Named,
  NO_HISTORY,
  stepped,
  steppedBack,
  steppedForth,
} from './history';

/** A number with what it was before, as an editor keeps a drawing. */
interface Kept extends Named {
  readonly value: number;
}

interface Counter {
  readonly value: number;
  readonly history: History<Kept>;
}

const START: Counter = { value: 0, history: NO_HISTORY };

const set = ({ value, history }: Counter, next: number): Counter => ({
  value: next,
  history: stepped(history, { name: `to ${next}`, value }),
});

function goneTo(counter: Counter, go: typeof steppedBack): Counter {
  const gone = go(counter.history, (step: Kept) => ({ ...step, value: counter.value }));
  return gone ? { value: gone.step.value, history: gone.history } : counter;
}
const undone = (counter: Counter) => goneTo(counter, steppedBack);
const redone = (counter: Counter) => goneTo(counter, steppedForth);

const anyAct = fc.oneof(
  fc.integer().map((next) => (counter: Counter) => set(counter, next)),
  fc.constantFrom(undone, redone),
);
const anyCounter = fc
  .array(anyAct, { maxLength: 40 })
  .map((acts) => acts.reduce((counter, act) => act(counter), START));

describe('a history', () => {
  it('is left as it was by undo and then redo, and by redo and then undo', () => {
    fc.assert(
      fc.property(anyCounter, (counter) => {
        if (counter.history.past.length > 0) expect(redone(undone(counter))).toEqual(counter);
        if (counter.history.future.length > 0) expect(undone(redone(counter))).toEqual(counter);
      }),
    );
  });

  it('goes back over all that was done to where it began, and forth again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), (values) => {
        let counter = values.reduce(set, START);
        const end = counter;
        const seen: number[] = [];
        for (; counter.history.past.length > 0; counter = undone(counter)) seen.push(counter.value);
        expect([...seen].reverse()).toEqual(values);
        expect(counter.value).toBe(START.value);
        while (counter.history.future.length > 0) counter = redone(counter);
        expect(counter).toEqual(end);
      }),
    );
  });

  it('forgets what was taken back once something else is done', () => {
    fc.assert(
      fc.property(anyCounter, fc.integer(), (counter, next) => {
        const after = set(counter, next);
        expect(after.history.future).toEqual([]);
        expect(after.history.past.at(-1)?.name).toBe(`to ${next}`);
        expect(redone(after)).toBe(after);
        expect(undone(after).value).toBe(counter.value);
      }),
    );
  });

  it('keeps the latest steps only where there are too many', () => {
    const more = 7;
    let counter = START;
    for (let next = 1; next <= DEEPEST + more; next++) counter = set(counter, next);
    expect(counter.history.past).toHaveLength(DEEPEST);
    while (counter.history.past.length > 0) counter = undone(counter);
    expect(counter.value).toBe(more);
    expect(counter.history.future).toHaveLength(DEEPEST);
    while (counter.history.future.length > 0) counter = redone(counter);
    expect(counter.history.past).toHaveLength(DEEPEST);
    expect(counter.value).toBe(DEEPEST + more);
  });

  it('says which step went, as it was kept', () => {
    const history = stepped(stepped<Named>(NO_HISTORY, { name: 'a' }), { name: 'b' });
    const back = steppedBack(history);
    expect(back?.step).toEqual({ name: 'b' });
    expect(back && steppedForth(back.history)?.history).toEqual(history);
    expect([steppedBack(NO_HISTORY), steppedForth(NO_HISTORY)]).toEqual([null, null]);
  });
});
