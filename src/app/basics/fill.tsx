import { Fragment, type ReactNode } from 'react';

/** What stands in a text's braces: a node, or for `{name: words}` what to make of the words. */
type Part = ReactNode | ((words: string) => ReactNode);

/**
 * A text with elements in it: «Press {run}, then read {link: the article}.» Every name in braces is
 * replaced by the part of that name; the words after a colon are handed to it, so that a translator
 * moves and words both as the language needs. Throws where a text names a part that is not given.
 */
export function fill(text: string, parts: Readonly<Record<string, Part>>): ReactNode {
  return text.split(/(\{[^{}]+\})/).map((piece, i) => {
    const hole = /^\{(\w+)(?::\s*([^{}]*))?\}$/.exec(piece);
    if (hole === null) return piece;
    const [, name, words = ''] = hole;
    if (!Object.hasOwn(parts, name)) throw new Error(`The text «${text}» has no part «${name}».`);
    const part = parts[name];
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change their order.
    return <Fragment key={i}>{typeof part === 'function' ? part(words) : part}</Fragment>;
  });
}
