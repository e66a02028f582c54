/**
 * When a change takes effect (docs/contract.md#settings): `view` at once and only on the page, `live`
 * in the running training, `train` restarts the learners, `data` collects anew, `world` builds the
 * world anew.
 */
export const SCOPES = ['view', 'live', 'train', 'data', 'world'] as const;
export type Scope = (typeof SCOPES)[number];

/** The value of a number setting that is left to the machine. */
export const AUTO = 'auto';

interface Described {
  /** Short name in the controls, in the language spoken. */
  readonly label: string;
  /** Mathematical symbol, where the field has one (`α`). */
  readonly symbol?: string;
  /** One or two sentences: what it is and what turning it does. */
  readonly help: string;
  readonly scope: Scope;
  /** A habit of whoever sits before the page: kept in the browser, and not written into links, which may say it. */
  readonly preference?: boolean;
}

/** One setting, described once: this drives parsing, clamping, the URL, the controls, their help and the exports. */
export type SettingDescription =
  | (Described & {
      readonly type: 'number';
      readonly default: number | typeof AUTO;
      /** It may also be left to the machine: then its value is `auto`, and which number that makes follows from the rest. */
      readonly auto?: boolean;
      readonly min: number;
      readonly max: number;
      /** Step of the control; whole numbers only where `integer`. */
      readonly step: number;
      readonly integer?: boolean;
      /** `log`: the slider is logarithmic. */
      readonly scale?: 'linear' | 'log';
      readonly unit?: string | undefined;
    })
  | (Described & {
      readonly type: 'choice';
      readonly default: string;
      readonly options: readonly {
        readonly value: string;
        readonly label: string;
        readonly help?: string | undefined;
      }[];
    })
  | (Described & { readonly type: 'boolean'; readonly default: boolean })
  | (Described & {
      readonly type: 'list';
      readonly default: readonly string[];
      readonly options: readonly string[];
      /** It lists some of what this other list holds, or nothing. */
      readonly among?: 'learners';
    })
  | (Described & { readonly type: 'text'; readonly default: string; readonly maxLength: number });

/** Values that a setting of this description may have. */
export type ValueOf<D> = D extends { readonly type: 'number' }
  ? D extends { readonly auto: true }
    ? number | typeof AUTO
    : number
  : D extends { readonly type: 'choice'; readonly options: readonly { readonly value: infer V }[] }
    ? V
    : D extends { readonly type: 'boolean' }
      ? boolean
      : D extends { readonly type: 'list' }
        ? readonly string[]
        : string;

/** Descriptions of settings by key. */
export type Descriptions = Readonly<Record<string, SettingDescription>>;

/** What the page needs to know of a method without loading tfjs. */
export interface LearnerMeta<S = Descriptions> {
  /** «Offline DQN». */
  readonly label: string;
  /** «DQN», for line ends and ticks. */
  readonly short: string;
  /** A few words under the name: «takes the max anywhere». */
  readonly tagline: string;
  /** Okabe–Ito hue for light and dark paper. */
  readonly color: { readonly light: string; readonly dark: string };
  /** Settings of an instance by short name; the full key is `<instance id>.<name>`. */
  readonly settings: S;
  /** Short name of the number or switch of the method that its card shows, where it has one. */
  readonly knob?: string;
  /** Short name of the setting that says which reading of its learned distribution walks. */
  readonly reading?: string;
  /** It learns action values Q̂, for maps, bars and charts to show; without them it believes nothing. */
  readonly hasValues?: boolean;
  /** What its believed return is made of: its action values (the default), or a V of its own. */
  readonly believesIn?: 'pairs' | 'states';
  /** Its policy is a reading of Q̂, which theory and practice are about (docs/contract.md#bound-meter). */
  readonly actsOnValues?: boolean;
  /** Its penalty has no finite optimum on unseen pairs, so that a Q̂ sinking there is not divergence. */
  readonly sinks?: boolean;
  /** Its values and its policy come to rest, so that a run may wait for them to. */
  readonly settles?: boolean;
  /** `data`: it never reads its values of unseen actions, so that the maps dim them. Default `everything`. */
  readonly consults?: 'everything' | 'data';
  /** Short name of the setting that holds its program, where somebody writes that on the page. */
  readonly programIn?: string;
  /** What follows from the settings of an instance, where something does. */
  readonly under?: (
    settings: Readonly<Record<string, number | string | boolean>>,
  ) => Partial<Omit<LearnerMeta, 'settings' | 'under'>>;
  /** What a training step of it takes under the default settings, for telling how long a run will be. */
  readonly takes: {
    /** Networks that Adam updates. */
    readonly networks: number;
    /** Those of them that have a target network beside them. */
    readonly targets: number;
    /** Readings of a target network, or of the next state. */
    readonly reads: number;
  };
}
