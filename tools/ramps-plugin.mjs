// Samples d3's colour schemes when something imports `virtual:offgrid-ramps`: the page carries a few
// hundred colours instead of the library and the colour spaces under it.
import { interpolateCividis, interpolateGreys, interpolatePiYG } from 'd3-scale-chromatic';

const ID = 'virtual:offgrid-ramps';
const RESOLVED = `\0${ID}`;

/** Between two of so many samples a straight line leaves the scheme by less than anybody sees. */
const SAMPLES = 65;

/** @param {string} color `#rrggbb` or `rgb(r, g, b)` */
function hex(color) {
  if (color.startsWith('#')) return color.slice(1);
  const channels = color.match(/\d+/g) ?? [];
  return channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('');
}

/** @param {(t: number) => string} scheme of [0, 1] */
function sampled(scheme) {
  return Array.from({ length: SAMPLES }, (_, i) => hex(scheme(i / (SAMPLES - 1)))).join('');
}

/** @returns {import('vite').Plugin} */
export function ramps() {
  return {
    name: 'offgrid:ramps',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const schemes = {
        CIVIDIS: sampled(interpolateCividis),
        GREYS: sampled(interpolateGreys),
        PI_YG: sampled(interpolatePiYG),
      };
      return Object.entries(schemes)
        .map(([name, text]) => `export const ${name} = '${text}';`)
        .join('\n');
    },
  };
}
