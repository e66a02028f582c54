import { createElement, type ReactNode } from 'react';
import type { MathElement } from '../../learners/language/typeset';
import { article } from '../../texts/article';
import { requireSymbol } from '../symbols/symbols';
import styles from './program.module.css';

type SymbolOf = (name: string) => string | null;

function drawn(element: MathElement, symbol: SymbolOf, key: number): ReactNode {
  const { tag, children, attributes, refers } = element;
  const marks = refers === undefined ? null : symbol(refers);
  return createElement(
    tag,
    { key, ...attributes, ...(marks === null ? {} : { 'data-symbol': marks }) },
    ...children.map((child, i) => (typeof child === 'string' ? child : drawn(child, symbol, i))),
  );
}

function symbolsIn({ children, refers }: MathElement, symbol: SymbolOf): readonly string[] {
  const own = refers === undefined ? null : symbol(refers);
  const within = children.flatMap((child) =>
    typeof child === 'string' ? [] : symbolsIn(child, symbol),
  );
  return own === null ? within : [own, ...within];
}

/** A formula in MathML, whose names say on being pointed at what they are and how large they are now. */
export function MathText({
  math,
  symbol = () => null,
}: {
  readonly math: MathElement;
  readonly symbol?: SymbolOf;
}) {
  const keys = [...new Set(symbolsIn(math, symbol))];
  return (
    <span data-formula className={styles.formula} translate="no">
      {createElement('math', {}, drawn(math, symbol, 0))}
      {keys.map((key) => {
        const { glyph, name } = requireSymbol(key);
        return (
          <button key={key} type="button" className="visually-hidden" data-symbol={key}>
            {glyph ? article().symbol(glyph, name) : name}
          </button>
        );
      })}
    </span>
  );
}
