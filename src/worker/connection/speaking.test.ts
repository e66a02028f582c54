import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentLanguage } from '../../texts/current';
import { numbers } from '../../texts/numbers';
import { speak } from '../../texts/speak';
import { type SpeakCommand, speaking, tellLanguage } from './speaking';

afterEach(() => speak('en'));

const GERMAN: SpeakCommand = { type: 'language', language: 'de', locale: 'de-CH' };

describe('the language of a worker', () => {
  it('is there before the commands that follow it, which keep their order', async () => {
    const heard: string[] = [];
    const on = speaking((command: string) => heard.push(`${command}: ${numbers().neverSeen}`));
    on({ data: 'first' });
    on({ data: GERMAN });
    on({ data: 'second' });
    on({ data: { ...GERMAN, language: 'en' } });
    on({ data: 'third' });
    expect(heard).toEqual(['first: never seen']);
    const all = ['first: never seen', 'second: nie gesehen', 'third: never seen'];
    // How long a language takes to load is the machine's affair.
    await vi.waitFor(() => expect(heard).toEqual(all), { timeout: 30_000 });
  });

  it('is told at the start where it is not English, and whenever it changes', async () => {
    const told: string[] = [];
    const worker = { postMessage: ({ language }: SpeakCommand) => told.push(language) };
    const stop = tellLanguage(worker);
    expect(told).toEqual([]);
    await speak('de');
    tellLanguage(worker)();
    expect(told).toEqual(['de', 'de']);
    stop();
    await speak('en');
    expect(told).toEqual(['de', 'de']);
    expect(currentLanguage()).toBe('en');
  });
});
