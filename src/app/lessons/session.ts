import { createStore, type StoreApi } from 'zustand/vanilla';
import { MOST_STEPS, namedSteps } from '../../experiment/ending';
import { lessons as texts } from '../../texts/lessons';
import { isOver } from '../state/ending';
import { gridOf } from '../state/grid';
import type { Model } from '../state/model';
import type { Playground } from '../state/playground';
import type { Memory } from '../state/rungs';
import { type Answer, type Answers, printAnswers, readAnswers } from './answers';
import { holds } from './expression';
import { factsOf } from './facts';
import { type Evidence, type Truth, truthOf } from './judge';
import type { Ask, Lesson, LessonStep } from './types';

/** Where a student is. */
export interface LessonView {
  readonly lesson: Lesson | null;
  /** Place of the step, from 0. */
  readonly at: number;
  readonly answers: Answers;
  /** Ids of the steps whose task is done. */
  readonly done: readonly string[];
  /** How it turned out, by ask, as it was when it was revealed. */
  readonly truths: Readonly<Record<string, Truth>>;
}

const NOWHERE: LessonView = { lesson: null, at: 0, answers: {}, done: [], truths: {} };
const keyOf = (id: string) => `offgrid.lesson.${id}`;

/** The ask of an id; undefined where the lesson has none. */
export function askOf(lesson: Lesson, id: string): Ask | undefined {
  return lesson.steps.find(({ ask }) => ask?.id === id)?.ask ?? undefined;
}

/** What the asks of a lesson are held against, as the page stands. */
export function evidenceOf(model: Model): Evidence {
  const { settings, latest, problem, status, pinned, series, runId } = model;
  const { snapshot = null, frame = null } = latest ?? {};
  const current = problem?.runId === runId ? problem : null;
  return {
    facts: factsOf({ settings, snapshot, truth: current?.truth ?? null, status, pinned }),
    frame,
    series,
    grid: problem ? gridOf(problem.world) : null,
  };
}

/** Steps that a curve is drawn over: those of the run, or about as many as it takes to settle. */
export function stepsDrawn({ settings }: Pick<Model, 'settings'>): number {
  return namedSteps(settings) ?? MOST_STEPS / 2;
}

/** Whether the task of a step is done, as the page stands; a step without one always is. */
export function isDone({ task }: LessonStep, model: Model): boolean {
  if (task === null) return true;
  // Whoever judges what is written says so itself.
  if (task.kind === 'write') return false;
  if (task.kind === 'until') return holds(task.when, evidenceOf(model).facts);
  if (model.status === 'running') return false;
  const wanted = task.steps ?? namedSteps(model.settings);
  return wanted === null ? isOver(model) : (model.latest?.step ?? 0) >= wanted;
}

/**
 * A guided lesson under way: sets the page up, notices when a task is done, and keeps the student's
 * place (in the link) and predictions (in this browser, and in the link when they ask for it).
 */
export class LessonSession {
  readonly store: StoreApi<LessonView>;
  readonly #playground: Playground;
  readonly #memory: Memory;
  readonly #unsubscribe: () => void;

  constructor(playground: Playground, memory: Memory, lessons: readonly Lesson[]) {
    this.#playground = playground;
    this.#memory = memory;
    this.store = createStore(() => NOWHERE);
    this.#unsubscribe = playground.store.subscribe((model, before) => {
      if (model.settings.lesson !== before.settings.lesson) this.#follow(lessons);
      this.#notice();
    });
    this.#follow(lessons);
  }

  dispose(): void {
    this.#unsubscribe();
  }

  /** The step on show; null outside of a lesson. */
  get step(): LessonStep | null {
    const { lesson, at } = this.store.getState();
    return lesson?.steps[at] ?? null;
  }

  /** Begins a lesson at its first step, with its settings; earlier predictions are forgotten. */
  start(lesson: Lesson): void {
    this.#memory.forget(keyOf(lesson.id));
    this.store.setState({ ...NOWHERE, lesson }, true);
    const place = { lesson: `${lesson.id}.0`, 'lesson.answers': undefined };
    this.#playground.change({ ...lesson.start, ...lesson.steps[0].set, ...place });
    this.#notice();
  }

  /** Goes to a step; going on puts its settings into effect, going back only shows it again. */
  go(to: number): void {
    const { lesson, at } = this.store.getState();
    const step = lesson?.steps[to];
    if (!lesson || !step) return;
    this.store.setState({ at: to });
    this.#playground.change({
      ...(to > at ? step.set : {}),
      lesson: `${lesson.id}.${to}`,
    });
    this.#notice();
  }

  /** Sets the page up as this step expects it, whatever was changed since. */
  restore(): void {
    const { lesson, at } = this.store.getState();
    if (!lesson) return;
    const settings = Object.assign(
      { ...lesson.start },
      ...lesson.steps.slice(0, at + 1).map(({ set }) => set),
    );
    const others = Object.fromEntries(
      Object.keys(this.#playground.model.settings)
        .filter((key) => !key.startsWith('lesson') && key !== 'backend')
        .map((key) => [key, undefined]),
    );
    this.#playground.change({ ...others, ...settings });
  }

  answer(ask: string, answer: Answer): void {
    const { lesson, answers } = this.store.getState();
    if (!lesson) return;
    const next = { ...answers, [ask]: answer };
    this.store.setState({ answers: next });
    this.#memory.write(keyOf(lesson.id), printAnswers(next));
  }

  /** What was last written at a step. */
  written(step: string): string {
    const { lesson } = this.store.getState();
    return lesson ? (this.#memory.read(`${keyOf(lesson.id)}.${step}`) ?? '') : '';
  }

  /** Keeps what is written at a step in this browser; `right` where that does its task. */
  write(step: string, text: string, right: boolean): void {
    const { lesson, done } = this.store.getState();
    if (!lesson) return;
    this.#memory.write(`${keyOf(lesson.id)}.${step}`, text);
    if (right && !done.includes(step)) this.store.setState({ done: [...done, step] });
  }

  /** Ends the lesson; what was predicted stays in this browser. */
  close(): void {
    this.store.setState(NOWHERE, true);
    this.#playground.change({ lesson: undefined, 'lesson.answers': undefined });
  }

  /** Goes where the link says; one that names no step is like choosing the lesson from the list. */
  #follow(lessons: readonly Lesson[]): void {
    const { settings } = this.#playground.model;
    const { lesson, at } = this.store.getState();
    const wanted = settings.lesson;
    if (wanted === '' || wanted === `${lesson?.id}.${at}`) return;
    const [id, step] = wanted.split(/\.(.*)/s, 2);
    const found = lessons.find((own) => own.id === id);
    if (!found) {
      this.#playground.tell([{ key: 'lesson', message: texts().unknown(wanted) }]);
      // Whatever makes room for a lesson must not do so for none.
      this.#playground.change({ lesson: lesson ? `${lesson.id}.${at}` : undefined });
      return;
    }
    const number = Math.trunc(Number(step)) || 0;
    const place = Math.min(Math.max(0, number), found.steps.length - 1);
    const shared = readAnswers(settings['lesson.answers']);
    const kept = readAnswers(this.#memory.read(keyOf(found.id)) ?? '');
    const answers = Object.keys(shared).length > 0 ? shared : kept;
    this.store.setState({ ...NOWHERE, lesson: found, at: place, answers }, true);
    if (step === undefined) {
      this.#playground.change({ ...found.start, ...found.steps[0].set, lesson: `${found.id}.0` });
    }
    this.#notice();
  }

  #notice(): void {
    const { step } = this;
    if (!step) return;
    const { model } = this.#playground;
    const { done, truths, lesson } = this.store.getState();
    if (!done.includes(step.id) && isDone(step, model)) {
      this.store.setState({ done: [...done, step.id] });
    }
    const ask = step.reveal && lesson && askOf(lesson, step.reveal.ask);
    if (!ask || model.status === 'running') return;
    const truth = truthOf(ask, evidenceOf(model));
    if (truth && JSON.stringify(truth) !== JSON.stringify(truths[ask.id])) {
      this.store.setState({ truths: { ...truths, [ask.id]: truth } });
    }
  }
}
