import { area } from './current';

/** The drawer of all settings. */
export const drawer = area('drawer', {
  title: 'All settings',
  close: 'Close the settings',
  groups: {
    world: 'World',
    data: 'Data',
    training: 'Training',
    rest: 'Engine and view',
  },
  learners: 'Learners',
  learnerSettings: 'Learner settings',
  /** Name of the settings of a group or a learner. */
  settingsOf: (title: string) => `${title} settings`,
  /** Name of the list of all methods. */
  methods: 'Methods',
  add: 'Add',
  /** Of a method that is on already. */
  another: 'One more',
  addNamed: (name: string) => `Add ${name}`,
  anotherNamed: (name: string) => `One more ${name}`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  upTo: (most: number) =>
    `Up to ${most} side by side; the same method twice shows what one setting does.`,
  asShipped: (scenario: string) => `Everything as the scenario “${scenario}” has it`,
});
