import type { SettingValues } from '../../experiment/types';
import type { Exercise } from '../../learners/language/exercise';
import type { Expression } from './expression';

/** Part of the page that a step points at; `data-place` in the page. */
export const PLACES = ['transport', 'verdict', 'world', 'learners', 'evidence'] as const;
export type Place = (typeof PLACES)[number];

/** Settings as a lesson writes them. */
export type LessonSettings = SettingValues;

/** One or several of some answers. */
export interface ChoiceAsk {
  readonly kind: 'choose';
  readonly several: boolean;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    /** When this answer turns out right. */
    readonly right: Expression;
  }[];
}

/** A marker on a scale. */
export interface ScaleAsk {
  readonly kind: 'scale';
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly truth: Expression;
  /** How far off still counts as right. */
  readonly within: number;
  /** Known values drawn as ticks on the scale. */
  readonly ticks: readonly { readonly label: string; readonly at: Expression }[];
}

/** What a marker on the map is held against: the cell that a learner's policy spends most time in. */
export interface CellAsk {
  readonly kind: 'cell';
  /** Instance whose policy is meant. */
  readonly mostVisitedBy: string;
  /** How many cells off, counted as steps of a king, still counts as right. */
  readonly within: number;
}

/** A curve over the training steps, drawn by hand. */
export interface CurveAsk {
  readonly kind: 'curve';
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** Name of a measurement, such as `dqn.overestimation.unseenAction`; its series is the truth. */
  readonly series: string;
}

/** A question whose answer the run will show. */
export type Ask = { readonly id: string; readonly question: string } & (
  | ChoiceAsk
  | ScaleAsk
  | CellAsk
  | CurveAsk
);

/** What the student is to do before going on. */
export type Task =
  /** Train at least so many steps, null: to the verdict. */
  | { readonly kind: 'run'; readonly steps: number | null }
  | { readonly kind: 'until'; readonly text: string; readonly when: Expression }
  /** Write a definition of a program of a loss, which is judged by what it computes. */
  | { readonly kind: 'write'; readonly exercise: Exercise; readonly hint: string };

/** One step of a lesson; texts are HTML made of the file's Markdown. */
export interface LessonStep {
  readonly id: string;
  readonly html: string;
  readonly place: Place | null;
  /** Settings that take effect on arriving from the step before. */
  readonly set: LessonSettings | null;
  readonly task: Task | null;
  readonly ask: Ask | null;
  /** The ask whose answer is held against the truth here. */
  readonly reveal: {
    readonly ask: string;
    readonly right: string;
    readonly wrong: string;
  } | null;
}

/** A guided lesson, compiled from one file. */
export interface Lesson {
  /** Name of its file. */
  readonly id: string;
  /** Language that its words are in. */
  readonly language: string;
  readonly title: string;
  readonly minutes: number;
  readonly summary: string;
  /** Settings it begins with; everything else is the default. */
  readonly start: LessonSettings;
  readonly steps: readonly LessonStep[];
}
