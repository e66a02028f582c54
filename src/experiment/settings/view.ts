import type { SettingDescription } from '../../learners/meta';

/** Settings of how the page shows things; they change no number. */
export const VIEW_SETTINGS = {
  layer: {
    type: 'choice',
    label: 'Maps show',
    help: 'What the triangles of the maps are painted by.',
    scope: 'view',
    default: 'error',
    options: [
      { value: 'q', label: 'Q̂', help: 'What the learner believes.' },
      { value: 'truth', label: 'Truth', help: 'The exact Q of the policy it deploys.' },
      { value: 'error', label: 'Error', help: 'Belief minus truth.' },
      { value: 'counts', label: 'Data', help: 'How often the pair is in the dataset.' },
      { value: 'occupancy', label: 'Occupancy', help: 'Where its policy spends its time.' },
    ],
  },
  shownSeed: {
    type: 'number',
    label: 'Seed shown',
    help: 'Which training seed the maps and the marked cell show where several train side by side: 1 is the first, 0 the mean over all (of their values, and of their policies). A number beyond the seeds there are shows the last.',
    scope: 'view',
    default: 1,
    min: 0,
    max: 16,
    step: 1,
    integer: true,
  },
  lesson: {
    type: 'text',
    label: 'Lesson',
    help: 'The guided lesson under way and its step, counted from 0: “believing.2”. Empty for none.',
    scope: 'view',
    default: '',
    maxLength: 80,
  },
  'lesson.answers': {
    type: 'text',
    label: 'Predictions',
    help: 'What was predicted in the lesson, where a link is to carry it.',
    scope: 'view',
    default: '',
    maxLength: 1500,
  },
  present: {
    type: 'text',
    label: 'Lecture',
    help: 'The act of the lecture that fills the screen. Empty for none.',
    scope: 'view',
    default: '',
    maxLength: 40,
  },
  speed: {
    type: 'choice',
    label: 'Speed',
    help: 'How fast training is let run; it changes no number.',
    scope: 'view',
    default: 'max',
    options: [
      { value: 'slow', label: 'Slow' },
      { value: 'normal', label: 'Normal' },
      { value: 'max', label: 'As fast as it goes' },
    ],
  },
} as const satisfies Record<string, SettingDescription>;
