import { afterEach, expect, it } from 'vitest';
import { speak } from '../../texts/speak';
import { HelperPool } from './pool';
import type { HelperLike } from './remote-share';

/** A helper that only remembers what it was told. */
class Listener implements HelperLike {
  readonly told: unknown[] = [];
  onmessage: HelperLike['onmessage'] = null;
  onerror: HelperLike['onerror'] = null;
  onmessageerror: HelperLike['onmessageerror'] = null;

  postMessage(command: unknown): void {
    this.told.push(command);
  }

  terminate(): void {}
}

afterEach(() => speak('en'));

it('has helpers speak as the worker does, until they are lost', async () => {
  await speak('de');
  const helpers: Listener[] = [];
  const reasons: string[] = [];
  const pool = new HelperPool(
    () => {
      helpers.push(new Listener());
      return helpers[helpers.length - 1];
    },
    (reason) => reasons.push(reason),
  );
  pool.prepare(1);
  const [helper] = helpers;
  expect(helper.told).toEqual([{ type: 'language', language: 'de', locale: 'de-DE' }]);
  await speak('en');
  expect(helper.told[1]).toMatchObject({ language: 'en' });
  await speak('de');
  helper.onmessageerror?.({} as MessageEvent);
  expect(reasons).toEqual(['eine Nachricht war nicht lesbar']);
  const { length } = helper.told;
  await speak('en');
  expect(helper.told).toHaveLength(length);
});
