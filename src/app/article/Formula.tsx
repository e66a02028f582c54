import { memo } from 'react';
import { article } from '../../texts/article';
import { builtMarkup } from '../basics/markup';
import { requireSymbol } from '../symbols/symbols';
import styles from './article.module.css';

interface FormulaProps {
  /** HTML and MathML, typeset while the page was built. */
  readonly html: string;
  /** On lines of its own. */
  readonly block?: boolean;
  /** Keys of the symbols in it that have a value on the page, with blanks between. */
  readonly symbols?: string;
}

/** The buttons by which the keyboard reaches the symbols of a formula; they show on the symbols. */
function Symbols({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((key) => {
    const { glyph, name } = requireSymbol(key);
    return (
      <button key={key} type="button" className="visually-hidden" data-symbol={key}>
        {glyph ? article().symbol(glyph, name) : name}
      </button>
    );
  });
}

/** A typeset formula. Never drawn again: what is live about it happens beside it. */
export const Formula = memo(function Formula({ html, block, symbols }: FormulaProps) {
  const keys = symbols ? symbols.split(' ') : [];
  const Tag = block ? 'div' : 'span';
  // A wide formula scrolls; where nothing inside takes the focus, it does so itself.
  const scrolls = block && keys.length === 0;
  return (
    <Tag
      className={block ? styles.display : styles.inline}
      data-formula
      translate="no"
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': article().formula } : {})}
    >
      <span
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX while the page is built.
        dangerouslySetInnerHTML={{ __html: builtMarkup(html) }}
      />
      <Symbols keys={keys} />
    </Tag>
  );
});
