import { changeSettings } from '../../experiment/settings/change';
import { pack } from '../../experiment/settings/packed';
import { resolveSettings } from '../../experiment/settings/parse';
import { encodeHash } from '../../experiment/settings/url';
import type { Lecture } from './lecture';
import { printLecture } from './lecture';

/** Characters that mail and chat carry of a link. */
export const MOST_OF_LINK = 6000;

/** The address that opens a lecture, and how many characters it has; null in its place where it is longer than is carried. */
export function linkOf(
  lecture: Lecture,
  address: string,
): { readonly link: string | null; readonly length: number } {
  const plain = resolveSettings({}).settings;
  const text = printLecture(lecture);
  const { settings, notices: faults } = changeSettings(plain, { present: '1', lecture: text });
  const link = `${address.split('#', 1)[0]}${encodeHash(settings)}`;
  // Longer than the setting holds: it is not even in there.
  const length = link.length + (faults.length > 0 ? pack(text).length : 0);
  return { link: faults.length === 0 && length <= MOST_OF_LINK ? link : null, length };
}
