import type { drawer as english } from '../drawer';

export const drawer: ReturnType<typeof english> = {
  title: 'Alle Einstellungen',
  close: 'Einstellungen schließen',
  groups: {
    world: 'Welt',
    data: 'Daten',
    training: 'Training',
    rest: 'Rechenwerk und Ansicht',
  },
  learners: 'Lernverfahren',
  learnerSettings: 'Einstellungen der Lernverfahren',
  settingsOf: (title) => `Einstellungen: ${title}`,
  methods: 'Verfahren',
  add: 'Hinzufügen',
  another: 'Noch eines',
  addNamed: (name) => `Hinzufügen: ${name}`,
  anotherNamed: (name) => `Noch eines: ${name}`,
  remove: 'Entfernen',
  removeNamed: (name) => `Entfernen: ${name}`,
  upTo: (most) =>
    `Bis zu ${most} nebeneinander; zweimal dasselbe Verfahren zeigt, was eine Einstellung bewirkt.`,
  asShipped: (scenario) => `Alles so, wie es das Szenario „${scenario}“ vorgibt`,
};
