import { worded } from '../../learners/worded';
import { settings } from '../../texts/settings';

/** Settings of how the page shows things; they change no number. */
export const VIEW_SETTINGS = worded(
  {
    layer: {
      type: 'choice',
      scope: 'view',
      default: 'error',
      options: ['q', 'truth', 'error', 'surprise', 'lie', 'counts', 'occupancy'],
    },
    shownSeed: {
      type: 'number',
      scope: 'view',
      default: 1,
      min: 0,
      max: 16,
      step: 1,
      integer: true,
    },
    lesson: {
      type: 'text',
      scope: 'view',
      default: '',
      maxLength: 80,
    },
    'lesson.answers': {
      type: 'text',
      scope: 'view',
      default: '',
      maxLength: 1500,
    },
    present: {
      type: 'text',
      scope: 'view',
      default: '',
      maxLength: 40,
    },
    lecture: {
      type: 'text',
      scope: 'view',
      default: '',
      maxLength: 40_000,
    },
    speed: {
      type: 'choice',
      scope: 'view',
      default: 'watch',
      options: ['watch', 'fast', 'full'],
      preference: true,
    },
    keep: { type: 'boolean', scope: 'view', default: false, preference: true },
  },
  settings,
);
