import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../texts/speak';
import { connect, PATIENCE } from './connect';
import { attend, PING } from './heartbeat';
import { ScriptedWorker } from './testing/scripted';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await speak('en');
});

function stage(patience?: () => number, awaited?: () => number | null) {
  const worker = new ScriptedWorker<string, string>();
  const heard: string[] = [];
  const lost: string[] = [];
  const connection = connect<string, string>(() => worker, {
    onMessage: (report) => heard.push(report),
    onLost: (reason) => lost.push(reason),
    ...(patience ? { patience } : {}),
    ...(awaited ? { awaited } : {}),
  });
  return { worker, connection, heard, lost };
}

describe('a connection to a worker', () => {
  it('hands on what is said and nothing of its own, however long that lasts', () => {
    const { worker, connection, heard, lost } = stage(() => 2);
    connection.post('work');
    vi.advanceTimersByTime(3_600_000);
    worker.say('done');
    expect(worker.commands).toEqual(['work']);
    expect(heard).toEqual(['done']);
    expect([lost, worker.terminated]).toEqual([[], false]);
  });

  it('gives up a worker that has spoken and says nothing more, as one that closed itself or loops', () => {
    const { worker, connection, lost } = stage(() => PATIENCE.sliced);
    vi.advanceTimersByTime(1_000);
    worker.hanging = true;
    vi.advanceTimersByTime(3_900);
    expect([connection.silent, lost]).toEqual([false, []]);
    vi.advanceTimersByTime(1_000);
    expect([connection.silent, lost]).toEqual([true, []]);
    vi.advanceTimersByTime(3_000);
    expect(lost).toEqual(['it no longer answers']);
    expect(worker.terminated).toBe(true);
    vi.advanceTimersByTime(600_000);
    expect(lost).toHaveLength(1);
  });

  it('gives up a worker that is there but no longer gets on with what is due', () => {
    let due: number | null = null;
    const { worker, lost } = stage(undefined, () => due);
    vi.advanceTimersByTime(3_600_000);
    expect(lost, 'nothing is due').toEqual([]);
    due = 10;
    for (let report = 0; report < 5; report++) {
      vi.advanceTimersByTime(9_000);
      worker.say('getting on');
    }
    expect(lost, 'it gets on').toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(lost).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(lost).toEqual(['it no longer gets anywhere']);
    expect(worker.terminated).toBe(true);
  });

  it('leaves a worker longer whose code has yet to come, and then says that it did not', () => {
    const { worker, lost } = stage(() => 2);
    worker.hanging = true;
    vi.advanceTimersByTime(PATIENCE.arriving * 1000);
    expect(lost).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(lost).toEqual(['its code has not come']);
  });

  it('is lost once where the worker cannot be started, dies, or says what cannot be read', async () => {
    const lost: string[] = [];
    const refused = connect<string, string>(
      () => {
        throw new Error('SecurityError');
      },
      { onMessage: () => {}, onLost: (reason) => lost.push(reason) },
    );
    expect(lost, 'nobody is told before the constructor has returned').toEqual([]);
    refused.post('into the void');
    await Promise.resolve();
    expect(lost).toEqual(['SecurityError']);

    const dying = stage();
    dying.worker.crash('out of memory');
    dying.worker.crash('again');
    expect(dying.lost).toEqual(['out of memory']);
    dying.worker.say('from the grave');
    expect(dying.heard).toEqual([]);

    const garbled = stage();
    garbled.worker.onmessageerror?.({} as MessageEvent);
    expect(garbled.lost).toEqual(['a message could not be read']);

    const unsendable = stage();
    vi.spyOn(unsendable.worker, 'postMessage').mockImplementation(() => {
      throw new DOMException('could not be cloned');
    });
    unsendable.connection.post('a function');
    await Promise.resolve();
    expect(unsendable.lost).toEqual(['could not be cloned']);
  });

  it('keeps an error that comes after its end from being taken for one of this thread', () => {
    const { worker, connection, lost } = stage();
    connection.close();
    const preventDefault = vi.fn();
    worker.onerror?.({ message: 'too late', preventDefault } as unknown as ErrorEvent);
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(lost).toEqual([]);
  });

  it('has the worker speak as this thread does until it ends', async () => {
    const { worker, connection } = stage();
    await speak('de');
    connection.close();
    await speak('en');
    expect(worker.languages.map(({ language }) => language)).toEqual(['de']);
  });
});

describe("the worker's end", () => {
  it('answers at once, also while a language loads that holds the commands up', async () => {
    vi.useRealTimers();
    const said: unknown[] = [];
    const scope = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: (report: unknown) => said.push(report),
    };
    const done: string[] = [];
    attend<string>(scope, (command) => {
      done.push(command);
    });
    const tell = (data: unknown) => scope.onmessage?.({ data } as MessageEvent);
    tell({ type: 'language', language: 'de', locale: 'de-DE' });
    tell('work');
    tell(PING);
    expect([said, done]).toEqual([[{ type: 'pong' }], []]);
    await vi.waitFor(() => expect(done).toEqual(['work']), { timeout: 30_000 });
  });

  it('reports work that rejects as the failure of the worker', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const scope = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: () => {},
    };
    const fault = new Error('could not be cloned');
    attend<string>(scope, () => Promise.reject(fault));
    scope.onmessage?.({ data: 'work' } as MessageEvent);
    await Promise.resolve();
    vi.unstubAllGlobals();
    expect(reported.mock.calls).toEqual([[fault]]);
  });
});
