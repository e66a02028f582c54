import type { Finding } from '../../../data/import/types';
import { files } from '../../../texts/files';
import styles from './files.module.css';

interface FindingsListProps<Kind extends string> {
  readonly findings: readonly Finding<Kind>[];
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  readonly words: Readonly<Record<Kind, string>>;
  readonly tone: 'fault' | 'warning';
}

/** Findings by kind, the most frequent first: how many, and the first of them with row, field and value. */
export function FindingsList<Kind extends string>({
  findings,
  counts,
  words,
  tone,
}: FindingsListProps<Kind>) {
  const t = files();
  const kinds = (Object.entries(counts) as [Kind, number][]).sort(
    ([, one], [, other]) => other - one,
  );
  return (
    <div className={styles.findings} data-tone={tone}>
      {kinds.map(([kind, count], index) => {
        const shown = findings.filter((finding) => finding.kind === kind);
        return (
          <details key={kind} open={index === 0}>
            <summary>
              <strong>{t.rows(count)}</strong>: {words[kind]}
            </summary>
            <ol>
              {shown.map(({ message, row, field }) => (
                <li key={`${row} ${field} ${message}`}>{message}</li>
              ))}
            </ol>
            {count > shown.length && (
              <p className={styles.hint}>{t.moreFindings(count - shown.length)}</p>
            )}
          </details>
        );
      })}
    </div>
  );
}
