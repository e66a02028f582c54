import type { symbols as english } from '../symbols';

export const symbols: ReturnType<typeof english> = {
  markCell: 'eine Zelle auf einer Karte markieren',
  where: {
    drawer: 'unter „Mehr“, „Alle Einstellungen“',
    worldControls: 'unter den Reglern der Welt',
    imitation: 'nahe der Stelle, wo die Scheibe von BC zur Ruhe kommt',
    slider: (name) => `der Regler „${name}“`,
    dataMap: 'die Karte des Datensatzes',
    map: (learner) => `die Karte von ${learner}`,
    ring: (learner) => `der Ring unter der Karte von ${learner}`,
    disc: (learner) => `die Scheibe unter der Karte von ${learner}`,
    upperChart: 'das obere Diagramm der Belege',
    tab: (name) => `der Reiter „${name}“ der Belege`,
    card: (learner) => `der Regler bei ${learner}`,
    control: (more) => `der eigene Regler oder „${more}“`,
  },
  setting: (learner, name) => `${learner}: ${name}`,
  optimal: {
    name: 'Bestmöglicher Ertrag',
    meaning:
      'Der exakte Ertrag der optimalen Strategie vom Start aus. Keine Strategie erzielt mehr.',
  },
  inSupport: {
    name: 'Bestes der Daten',
    meaning:
      'Der exakte Ertrag der besten Strategie, die nur in den Daten gesehene Aktionen wählt: die faire Obergrenze für ein Offline-Verfahren.',
  },
  behavior: {
    name: 'Ertrag des Verhaltens',
    meaning: 'Der exakte Ertrag der Strategie, die die Daten gesammelt hat.',
  },
  bcTarget: {
    name: 'Ertrag der genauen Nachahmung',
    meaning:
      'Der exakte Ertrag der Strategie, die jede Aktion so oft wählt wie die Daten; dagegen konvergiert das Klonen.',
  },
  rows: {
    name: 'Zeilen des Datensatzes',
    meaning: 'Übergänge (s, a, r, s′) im eingefrorenen Datensatz. Es kommt nie einer hinzu.',
  },
  pairs: {
    name: 'Paare in den Daten',
    meaning:
      'Zustand-Aktion-Paare, die in den Daten mindestens einmal vorkommen, von allen möglichen. Der Rest ist Extrapolation.',
  },
  counts: {
    name: 'Häufigkeiten der Aktionen in der markierten Zelle',
    meaning: 'Wie oft die Daten dort jede Aktion wählten: oben, rechts, unten, links.',
    action: (name, seen) => `${name}: ${seen}`,
  },
  values: {
    name: (learner) => `Werte von ${learner}`,
    meaning: (learner) => `Was ${learner} von jeder Aktion der markierten Zelle glaubt.`,
  },
  policy: {
    name: (learner) => `Strategie von ${learner}`,
    meaning: (learner) =>
      `Mit welcher Wahrscheinlichkeit ${learner} in der markierten Zelle jede Aktion wählt.`,
  },
  believed: {
    name: (learner) => `Was ${learner} glaubt`,
    meaning: 'Der Ertrag vom Start aus, den die eigenen Werte des Lernverfahrens versprechen.',
  },
  earned: {
    name: (learner) => `Was ${learner} erzielt`,
    meaning: 'Der exakte Ertrag der gelernten Strategie, wie sie eingesetzt wird, vom Start aus.',
  },
  errors: {
    data: {
      name: (learner) => `Fehler von ${learner} auf gesehenen Aktionen`,
      meaning:
        'Mittel des Geglaubten minus dessen, was die eigene Strategie wirklich erzielte, über die Aktionen, die in den Daten vorkommen.',
    },
    unseenAction: {
      name: (learner) => `Fehler von ${learner} auf nie gesehenen Aktionen in gesehenen Zuständen`,
      meaning:
        'Mittel des Geglaubten minus dessen, was die eigene Strategie wirklich erzielte, über die Aktionen, die in den Daten nie vorkommen, in Zuständen, die vorkommen.',
    },
    unseenState: {
      name: (learner) => `Fehler von ${learner} auf nie gesehenen Zuständen`,
      meaning:
        'Mittel des Geglaubten minus dessen, was die eigene Strategie wirklich erzielte, über die nie gesehenen Zustände.',
    },
  },
  losses: {
    bellman: {
      name: (learner) => `TD-Verlust von ${learner}`,
      meaning: 'Mittlerer quadratischer Abstand von Q(s, a) zum Zielwert.',
    },
    penalty: {
      name: (learner) => `Strafterm von ${learner}`,
      meaning:
        'Mittel dessen, was nach unten gedrückt wird, minus dessen, was nach oben gedrückt wird, vor der Gewichtung mit α. Das Diagramm der Verluste zeichnet ihn, solange er über null ist.',
    },
    expectile: {
      name: (learner) => `Expektil-Verlust von ${learner}`,
      meaning: 'Mittel der schief gewichteten quadratischen Abstände von V.',
    },
    policy: {
      name: (learner) => `Strategie-Verlust von ${learner}`,
      meaning: 'Mittel von −w log π(a | s), mit w dem Gewicht des Vorteils.',
    },
    imitation: {
      name: (learner) => `Nachahmungs-Verlust von ${learner}`,
      meaning: 'Mittel von −log π(a | s) über die Daten.',
    },
  },
  bounds: {
    theory: {
      name: (learner) => `Schranke im Erwartungswert (${learner})`,
      meaning:
        'Anteil der gesehenen Zustände, in denen das Mittel von Q̂ unter der eigenen Softmax-Strategie höchstens der wahre Wert dieser Strategie ist: wovon der Satz spricht.',
    },
    practice: {
      name: (learner) => `Schranke für die beste Aktion (${learner})`,
      meaning:
        'Anteil der gesehenen Zustände, in denen max Q̂ höchstens der wahre Wert der Greedy-Strategie ist. Nicht garantiert.',
    },
    data: {
      name: (learner) => `Schranke auf gesehenen Aktionen (${learner})`,
      meaning:
        'Anteil der Paare in den Daten, auf denen Q̂ höchstens die Wahrheit ist. Nicht garantiert.',
    },
    unseenAction: {
      name: (learner) => `Schranke auf nie gesehenen Aktionen (${learner})`,
      meaning:
        'Anteil der nie gewählten Aktionen in gesehenen Zuständen, auf denen Q̂ höchstens die Wahrheit ist. Nicht garantiert.',
    },
  },
};
