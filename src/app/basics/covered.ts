import { createContext } from 'react';

/**
 * Whether something opaque lies over this part of the page. What is covered keeps what it
 * shows: drawing maps and charts that nobody sees would take the time of who paints on top of them.
 */
export const Covered = createContext(false);
