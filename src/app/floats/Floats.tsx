import { FLOATS } from '../theme/theme';
import { Hints } from './Hints';

/** Where lists, menus and hints open. Out of the flow: what opens moves nothing; as wide as the page, or hints would be as narrow as a word. */
export function Floats() {
  return (
    <>
      <div id={FLOATS} style={{ position: 'absolute', top: 0, left: 0, width: '100%' }} />
      <Hints />
    </>
  );
}
