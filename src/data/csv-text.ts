/** A field of a table; null is an empty field. */
export type CsvValue = string | number | null;

function fieldOf(value: CsvValue): string {
  if (value === null) return '';
  // A number is printed so that reading it gives the same double, with a point in every language.
  if (typeof value === 'number') return String(value);
  return /[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
}

/**
 * A table as CSV (RFC 4180): a line of column names, then a line a row, fields with commas, quotation
 * marks or line breaks in quotation marks. Every line is ended, by CR LF unless `end` says otherwise.
 */
export function csvText(
  columns: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  end = '\r\n',
): string {
  const lines = [columns.map(fieldOf).join(',')];
  for (const row of rows) lines.push(row.map(fieldOf).join(','));
  lines.push('');
  return lines.join(end);
}
