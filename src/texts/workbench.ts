import { area } from './current';

/** The frame of the workbench, and what several of its tabs have: undo and redo, replays. */
export const workbench = area('workbench', {
  title: 'Workbench',
  close: 'Close',
  closeWorkbench: 'Close the workbench',
  loading: 'Loading …',
  /** Said of the line that tells those who do not see it what has just happened. */
  whatWasDone: 'What was done',
  ctrl: 'Ctrl',
  shift: 'Shift',
  undo: 'Undo',
  undoStep: (step: string, keys: string) => `Undo: ${step} (${keys})`,
  nothingToUndo: 'Nothing to undo',
  redo: 'Redo',
  redoStep: (step: string, keys: string) => `Redo: ${step} (${keys})`,
  nothingToRedo: 'Nothing to redo',
  undone: (step: string) => `Undone: ${step}.`,
  doneAgain: (step: string) => `Done again: ${step}.`,
  replay: {
    toBeginning: 'To the beginning',
    back: 'One step back',
    pause: 'Pause the replay',
    play: 'Play the episode',
    on: 'One step on',
    at: (step: number, steps: number) => `step ${step} of ${steps}`,
    pace: 'Steps a second',
    perSecond: (steps: number) => `${steps}/s`,
    slider: 'Step of the episode',
  },
});
