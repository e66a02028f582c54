import { currentLanguage, currentLocale, onLanguage } from '../../texts/current';
import type { Language } from '../../texts/languages';
import { speak } from '../../texts/speak';

/** Page to any worker: the language of its sentences from now on. */
export interface SpeakCommand {
  readonly type: 'language';
  readonly language: Language;
  readonly locale: string;
}

/** What a worker is told so that it speaks as this thread does. */
function speakCommand(): SpeakCommand {
  return { type: 'language', language: currentLanguage(), locale: currentLocale() };
}

/**
 * Has a worker speak as this thread does, from now on and after every change. A worker speaks English
 * until it is told otherwise. Returns how to stop that, for when the worker goes.
 */
export function tellLanguage(worker: { postMessage(command: SpeakCommand): void }): () => void {
  const tell = () => worker.postMessage(speakCommand());
  const { language, locale } = speakCommand();
  if (language !== 'en' || locale !== 'en-GB') tell();
  return onLanguage(tell);
}

function isSpeakCommand(data: unknown): data is SpeakCommand {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'language';
}

/**
 * A worker's `onmessage`: speaks what the page says to speak, and hands everything else on in its
 * order, once the texts are there. Where they cannot be loaded it goes on in the language before.
 */
export function speaking<T>(
  handle: (message: T) => void,
): (event: { readonly data: T | SpeakCommand }) => void {
  const waiting: (T | SpeakCommand)[] = [];
  let loading = false;
  const take = (message: T | SpeakCommand): void => {
    if (!isSpeakCommand(message)) {
      handle(message);
      return;
    }
    loading = true;
    speak(message.language, message.locale)
      .catch(() => undefined)
      // A task of its own: what a handler throws must reach the worker's `onerror`.
      .then(() => setTimeout(resume));
  };
  const resume = (): void => {
    loading = false;
    while (!loading && waiting.length > 0) take(waiting.shift() as T | SpeakCommand);
  };
  return ({ data }) => {
    if (loading) waiting.push(data);
    else take(data);
  };
}
