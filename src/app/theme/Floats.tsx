import { FLOATS } from './theme';

/** Where lists, menus and hints open. Out of the flow: what opens moves nothing. */
export function Floats() {
  return <div id={FLOATS} style={{ position: 'absolute' }} />;
}
