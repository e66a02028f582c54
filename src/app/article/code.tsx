import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { instanceKind } from '../../experiment/settings/instances';
import type { LearnerKind, LearnerSettings } from '../../learners/types';
import { article } from '../../texts/article';
import { part } from '../part/part';
import styles from './article.module.css';

interface SourceProps {
  /** The text of a source file, imported with `?raw`. */
  readonly of: string;
  /** Where it stands, as people find it. */
  readonly file: string;
}

/** A file of the playground's own source, as it is. */
export function Source({ of, file }: SourceProps) {
  return (
    <figure className={styles.code}>
      <figcaption translate="no">{file}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide code scrolls, by keyboard as well. */}
      <pre tabIndex={0} translate="no">
        <code>{of.trimEnd()}</code>
      </pre>
    </figure>
  );
}

const Said = part<{ readonly kind: LearnerKind; readonly settings: LearnerSettings }>(
  () => import('../program/Said'),
);

/** What the loss checker says of a method, in its own words; `set` as in a link: `penalty=exact`. */
export function Checked({ of, set = '' }: { readonly of: string; readonly set?: string }) {
  const kind = instanceKind(of);
  const settings = useMemo(() => Object.fromEntries(new URLSearchParams(set)), [set]);
  if (kind === null)
    throw new Error(`The article has the checker read a learner that there is not: “${of}”.`);
  return (
    <div className={styles.checked}>
      <Said kind={kind} settings={settings} />
    </div>
  );
}

/** Whether a line stands in the code or among the notes under it. */
const InNotes = createContext(false);

interface LineProps {
  readonly code: string;
  /** Number in the listing, from 1. */
  readonly number: number;
  readonly mark: keyof ReturnType<typeof article>['marks'];
  readonly children: ReactNode;
}

/** A line of an annotated listing and what is to be said about it. */
export function Line({ code, number, mark, children }: LineProps) {
  const note = useContext(InNotes);
  if (!note)
    return (
      <code className={styles.line} data-mark={mark} translate="no">
        <span className={styles.number}>{number}</span>
        {code}
      </code>
    );
  return (
    <li value={number} data-mark={mark}>
      <strong className={styles.mark}>{article().marks[mark]}</strong>
      <div>{children}</div>
    </li>
  );
}

/** A listing whose lines are explained under it, one by one. */
export function Annotated({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <figure className={styles.code}>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide code scrolls, by keyboard as well. */}
      <pre tabIndex={0} translate="no">
        {children}
      </pre>
      <InNotes value={true}>
        <ol className={styles.notes}>{children}</ol>
      </InNotes>
    </figure>
  );
}
