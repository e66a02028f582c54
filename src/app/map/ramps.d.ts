/** Colour schemes of d3-scale-chromatic, sampled evenly: `rrggbb` after `rrggbb`, first to last. */
declare module 'virtual:offgrid-ramps' {
  export const CIVIDIS: string;
  export const GREYS: string;
  export const PI_YG: string;
}
