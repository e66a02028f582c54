import { area } from './current';

/** The page inside another page. */
export const embed = area('embed', {
  open: 'Open in Offgrid',
  opensWindow: '(opens a new window)',
  /** The words of the link come in the middle of the sentence. */
  tooSmall:
    'This embed needs {width} × {height} pixels, and the page gives it less. Make its frame larger, or {open: Open in Offgrid}.',
  unknown: (names: readonly string[]) =>
    `The address asks for “${names.join('”, “')}”, which this page does not have.`,
  returns: (walker: string, inData: string) =>
    `the walker earns ${walker}, best in the data ${inData}`,
});
