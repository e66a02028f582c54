import type { ComponentType, MouseEvent, ReactNode } from 'react';
import { article } from '../../texts/article';
import { Figure } from '../figures/Figure';
import styles from './article.module.css';
import { Annotated, Checked, Line, Source } from './code';
import { Formula } from './Formula';
import { Live, Sym, Try } from './live';
import { anchorOf, goToSection } from './travel';

interface WithChildren {
  readonly children?: ReactNode;
}

/** A remark beside the line of thought. */
function Aside({ children }: WithChildren) {
  return <div className={styles.aside}>{children}</div>;
}

/** What stays when all else is forgotten. */
function Takeaway({ children }: WithChildren) {
  return <div className={styles.takeaway}>{children}</div>;
}

/** A link; `#id` leads to another section of the article, without touching the settings in the address. */
function Link({ href = '', children }: WithChildren & { readonly href?: string }) {
  if (!href.startsWith('#')) return <a href={href}>{children}</a>;
  const id = href.slice(1);
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goToSection(id);
  };
  return (
    <a href={`?read=${id}`} onClick={go}>
      {children}
    </a>
  );
}

interface HeadingProps extends WithChildren {
  readonly id?: string;
}

function Title({ id = '', children }: HeadingProps) {
  return (
    <h2 id={anchorOf(id)} tabIndex={-1}>
      {children}
    </h2>
  );
}

function Subtitle({ id = '', children }: HeadingProps) {
  return (
    <h3 id={anchorOf(id)} tabIndex={-1}>
      {children}
    </h3>
  );
}

/** A table that scrolls by itself where the screen is narrow. */
function Table({ children }: WithChildren) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, by keyboard as well.
    <div className={styles.table} tabIndex={0} role="group" aria-label={article().table}>
      <table>{children}</table>
    </div>
  );
}

/** Code in the running text. */
function Code({ children }: WithChildren) {
  return <code translate="no">{children}</code>;
}

/**
 * What Markdown's own elements become, and every component that a section of the article may use. To
 * offer another one to those who write, add it here.
 */
// biome-ignore lint/suspicious/noExplicitAny: each has properties of its own, which the text gives.
export const COMPONENTS: Readonly<Record<string, ComponentType<any>>> = {
  a: Link,
  code: Code,
  h2: Title,
  h3: Subtitle,
  table: Table,
  Annotated,
  Aside,
  Checked,
  Figure,
  Formula,
  Line,
  Live,
  Source,
  Sym,
  Takeaway,
  Try,
};
