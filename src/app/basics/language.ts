import { useSyncExternalStore } from 'react';
import { currentLanguage, onLanguage } from '../../texts/current';
import { chooseLanguage, type Language, localeOf } from '../../texts/languages';
import { shell } from '../../texts/shell';
import { speak } from '../../texts/speak';
import { within } from '../../worker/connection/patience';
import { memory } from '../state/memory';

const KEY = 'offgrid.language';

function announce(): void {
  document.documentElement.lang = currentLanguage();
  document.title = shell().documentTitle;
}

/** The language on show; whoever asks is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}

/** Seconds that the first words wait for the texts of another language than English. */
const PATIENCE = 8;

/**
 * Speaks the language that the address asks for (`?lang=de`), else the one chosen on an earlier visit,
 * else the browser's. Where its texts do not come, the page stays in English, and it resolves with the
 * language that was lost.
 */
export async function speakFirst(search: string): Promise<Language | null> {
  const asked = new URLSearchParams(search).get('lang');
  const language = chooseLanguage([asked, memory.read(KEY), ...navigator.languages]);
  const speaking = speak(language, localeOf(language, navigator.languages));
  const lost = await within(PATIENCE, speaking, () => '').then(
    () => null,
    () => language,
  );
  announce();
  return lost;
}

/** Speaks another language from now on, on this visit and the next. Rejects where it cannot be loaded. */
export async function chooseToSpeak(language: Language): Promise<void> {
  await speak(language, localeOf(language, navigator.languages));
  memory.write(KEY, language);
  // An address that asks for a language would win over the choice when it is loaded again.
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.delete('lang');
    history.replaceState(null, '', address);
  }
  announce();
}
