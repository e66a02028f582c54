/** Light or dark paper. */
export type Scheme = 'light' | 'dark';

/** Colours that do not belong to a learner, `#rrggbb`. */
export interface Palette {
  readonly ink: string;
  /** Secondary text; at least 4.5:1 on the card. */
  readonly muted: string;
  /** Hairlines and grids. */
  readonly line: string;
  readonly card: string;
  readonly wall: string;
  readonly floor: string;
  /** Arrows on painted cells and the halo that keeps them legible. */
  readonly arrow: string;
  readonly halo: string;
  readonly goal: string;
  readonly pit: string;
  readonly cliff: string;
}

export const PALETTES: Readonly<Record<Scheme, Palette>> = {
  light: {
    ink: '#16181d',
    muted: '#5d6470',
    line: '#e3e2dc',
    card: '#ffffff',
    wall: '#dddcd4',
    floor: '#ffffff',
    arrow: '#16181d',
    halo: '#ffffff',
    goal: '#1d7f4c',
    pit: '#2b2d33',
    cliff: '#6b4a2b',
  },
  dark: {
    ink: '#f1f2f4',
    muted: '#a0a7b3',
    line: '#343a44',
    card: '#1b1f26',
    wall: '#2d343d',
    floor: '#14171c',
    arrow: '#f6f7f9',
    halo: '#14171c',
    goal: '#2c9d63',
    pit: '#050608',
    cliff: '#a67c52',
  },
};
