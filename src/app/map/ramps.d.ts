/** Colour schemes of d3-scale-chromatic, sampled evenly: `rrggbb` after `rrggbb`, first to last. */
declare module 'virtual:offgrid-ramps' {
  export const CIVIDIS: string;
  export const GREYS: string;
  export const INFERNO: string;
  export const RD_BU: string;
}
