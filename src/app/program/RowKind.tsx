import type { TypesetRow } from '../../learners/language/typeset';
import { inside } from '../../texts/inside';

/** What a row of a program is; seen only where the row before is something else. */
export function RowKind({
  row: { kind },
  before,
}: {
  readonly row: TypesetRow;
  readonly before: TypesetRow | undefined;
}) {
  const again = before?.kind === kind;
  return <span className={again ? 'visually-hidden' : undefined}>{inside().rows[kind]}</span>;
}
