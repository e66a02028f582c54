import { formatPlain } from '../format';
import type { learners as english } from '../learners';

const READOUT = {
  label: 'Handelt',
  help: 'Wie aus den gelernten Werten ein Verhalten wird: immer die Aktion mit dem größten Q̂ oder jede Aktion mit einer Wahrscheinlichkeit proportional zu exp Q̂.',
  options: {
    greedy: { label: 'Greedy', help: 'Das größte Q̂; bei Gleichstand die erste Aktion.' },
    softmax: { label: 'Nach Softmax', help: 'Wahrscheinlichkeit proportional zu exp Q̂.' },
  },
};

const POLICY = {
  distribution: { label: 'Verteilung' },
  'most-likely': { label: 'Wahrscheinlichstes' },
};

const ORACLE = {
  label: 'Wahrheit einsetzen',
  help: 'Orakel-Chirurgie. Während des Trainings tritt bei diesen Paaren das exakte Q* an die Stelle des Werts, den das Zielnetz hat. Verschwindet der Traum, so kam er von dort. Eingesetzt wird die Wahrheit der besten Strategie, eine feste Tabelle: Die der eigenen Strategie änderte sich mit jedem Schritt. Das kann nur, wer die Welt kennt.',
  options: {
    none: { label: 'Nirgends' },
    unseenActions: {
      label: 'Nie probierte Aktionen',
      help: 'in Zuständen, die in den Daten vorkommen',
    },
    unseenStates: { label: 'Nie besuchte Zustände', help: 'alle ihre Aktionen' },
    unseen: { label: 'Alles Ungesehene', help: 'nie probierte Aktionen und nie besuchte Zustände' },
    painted: { label: 'Gemalte Paare', help: 'die im Reiter Orakel der Werkbank gemalten' },
  },
};

export const learners: ReturnType<typeof english> = {
  dqn: {
    label: 'Offline-DQN',
    tagline: 'Maximum, egal wo',
    settings: {
      double: {
        label: 'Double DQN',
        help: 'Die nächste Aktion mit dem Online-Netz wählen und mit dem Zielnetz bewerten. Das dämpft die Überschätzung, die aus Rauschen entsteht; gegen Aktionen, die in den Daten nie vorkommen, hilft es nicht.',
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  cql: {
    label: 'CQL',
    tagline: 'drückt nie Gesehenes herab',
    settings: {
      alpha: {
        label: 'Vorsicht',
        get help() {
          return `Gewicht des Strafterms, der alle Aktionen nach unten und die Aktionen der Daten nach oben drückt. Bei ${formatPlain(0.001)} ist CQL fast DQN; bei 30 folgt es dem, was die Daten am häufigsten taten. Gewogen werden Werte im Maßstab, den die Lernverfahren sehen (Belohnungsmaßstab), damit 1 in jeder Welt dasselbe bedeutet.`;
        },
      },
      temperature: {
        label: 'Temperatur',
        help: 'Die Einheit des Werts im Strafterm, κ·logsumexp(Q/κ): Aktionen, deren Werte näher beieinander liegen als κ, gelten als gleich. Belohnungen und α mit einer Zahl zu multiplizieren bewirkt dasselbe, wie κ durch sie zu teilen.',
      },
      double: {
        label: 'Doppeltes Backup',
        help: 'Mit dem Max-Backup: die nächste Aktion mit dem trainierten Netz wählen und mit dem Zielnetz bewerten.',
      },
      backup: {
        label: 'Backup',
        help: 'Welcher Wert des nächsten Zustands in den Zielwert eingeht: der der besten Aktion oder das Mittel unter der Softmax-Strategie, für die die untere Schranke von CQL gilt.',
        options: {
          max: { label: 'Max', help: 'max Q̄(s′, ·)' },
          softmax: { label: 'Softmax', help: 'Σ softmax(Q̄) Q̄ bei s′' },
        },
      },
      penalty: {
        label: 'Strafterm',
        help: 'Der exakte Strafterm nimmt logsumexp über alle Aktionen. Die gezogene Skizze, oft in Notizen zu sehen, zieht pro Zustand eine zufällige Aktion; ihr logsumexp ist dann die Identität, und der Strafterm verkommt zu einer Differenz von Mittelwerten.',
        options: {
          exact: { label: 'Exakt', help: 'logsumexp Q(s, ·) − Q(s, a)' },
          'sampled-sketch': {
            label: 'Gezogene Skizze',
            help: 'Q(s, zufällige Aktion) − Q(s, a)',
          },
        },
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  iql: {
    label: 'IQL',
    tagline: 'fragt nie nach Ungesehenem',
    settings: {
      expectile: {
        label: 'Expektil',
        get help() {
          return `Wie weit sich V zur besten der Aktionen in den Daten neigt: Bei ${formatPlain(0.5)} ist es ihr Mittel, gegen 1 nähert es sich ihrem Maximum und klammert sich an Zeilen, die Glück hatten.`;
        },
      },
      beta: {
        label: 'Inverse Temperatur',
        help: 'Wie stark die Strategie Aktionen mit größerem Vorteil bevorzugt; das Gewicht ist exp(β·Vorteil), höchstens 100. Bei Vorteilen von wenigen Hundertsteln ist ein kleines β fast Behavioural Cloning.',
      },
      readout: {
        label: 'Geht nach',
        help: 'Die Referenzauswertung von IQL handelt nach der wahrscheinlichsten Aktion der gelernten Strategie; aus der Strategie zu ziehen behält dagegen etwas vom Rauschen der Daten.',
        options: POLICY,
      },
      oracle: ORACLE,
    },
  },
  bc: {
    label: 'BC',
    tagline: 'tut, was die Daten taten',
    settings: {
      readout: {
        label: 'Geht nach',
        help: 'Nachahmung heißt: nach der gelernten Verteilung. Die wahrscheinlichste Aktion entfernt das Rauschen des Verhaltens, und das ist eine andere Behauptung: Sie kann schlagen, was sie nachahmt.',
        options: POLICY,
      },
    },
  },
  bcq: {
    label: 'BCQ',
    tagline: 'Maximum unter dem Üblichen',
    settings: {
      threshold: {
        label: 'Schwelle',
        help: 'Gewählt werden darf, im Zielwert und beim Handeln, eine Aktion, die nach einem Modell des Verhaltens mehr als τ-mal so wahrscheinlich ist wie die wahrscheinlichste. Nahe 0 darf es jede sein, wie bei Double DQN; nahe 1 nur, was am häufigsten getan wurde.',
      },
      support: {
        label: 'Wählbar',
        help: 'Was sagt, welche Aktionen gewählt werden dürfen. Das Orakel schlägt in den Daten nach, was nur bei wenigen Zuständen geht; es zeigt, dass die nie gesehenen Aktionen im Maximum die Ursache waren.',
        options: {
          model: { label: 'Wahrscheinliches', help: 'Nach einem Modell: G(a|s) / max G(·|s) > τ' },
          seen: { label: 'Gesehenes (Orakel)', help: 'N(s, a) > 0; τ spielt keine Rolle' },
        },
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  onestep: {
    label: 'One-Step RL',
    tagline: 'verbessert nur einmal',
    settings: {
      beta: {
        label: 'Inverse Temperatur',
        get help() {
          return `Wie weit es sich von dem entfernt, was getan wurde: Es nimmt die Aktion mit dem größten Q + log μ / β. Bei ${formatPlain(0.1)} tut es das Häufigste, bei 100 das, was nach den Werten des Verhaltens am besten ist.`;
        },
      },
      oracle: ORACLE,
    },
  },
  maxmin: {
    label: 'Maxmin',
    tagline: 'glaubt dem Vorsichtigsten',
    settings: {
      critics: {
        label: 'Wertnetze',
        help: 'So viele Netze lernen dasselbe; von jeder Aktion zählt der kleinste ihrer Werte. Am wenigsten einig sind sie dort, wo die Daten am wenigsten sagen; mehr Netze sind darum vorsichtiger.',
      },
      readout: READOUT,
      oracle: ORACLE,
    },
  },
  awac: {
    label: 'AWAC',
    tagline: 'ahmt nach, was ihm gefällt',
    settings: {
      beta: {
        label: 'Inverse Temperatur',
        help: 'Wie stark die Strategie Aktionen mit größerem Vorteil bevorzugt; das Gewicht ist exp(β·Vorteil), höchstens 100. Nahe 0 ist es Behavioural Cloning. Binäre Gewichte kommen ohne β aus.',
      },
      weight: {
        label: 'Gewichte',
        help: 'Wie sehr eine Zeile nachgeahmt wird: exponentiell in ihrem Vorteil, oder ganz, wenn er positiv ist, und sonst gar nicht; das ist CRR.',
        options: {
          exp: { label: 'Exponentiell', help: 'min(exp(β·Vorteil), 100)' },
          binary: { label: 'Binär (CRR)', help: '1, wenn der Vorteil positiv ist, sonst 0' },
        },
      },
      readout: {
        label: 'Geht nach',
        help: 'Die gelernte Verteilung ist, was AWAC bewertet und was in die Zielwerte eingeht; ihre wahrscheinlichste Aktion ist eine andere Strategie.',
        options: POLICY,
      },
      oracle: ORACLE,
    },
  },
  own: {
    label: 'Eigenes Verfahren',
    tagline: 'nach eigenem Programm',
    settings: {
      loss: {
        label: 'Programm',
        help: 'Der Verlust, den es minimiert, wie es handelt und was es glaubt, in der Sprache, in der hier jedes Lernverfahren geschrieben ist.',
      },
      readout: {
        label: 'Geht nach',
        help: 'Die wahrscheinlichste Aktion: die größte von dem, wonach das Programm handelt. Oder zufällig: nach der gelernten Verteilung, sonst im Verhältnis zur Exponentialfunktion dessen, wonach es handelt.',
        options: POLICY,
      },
      oracle: ORACLE,
    },
  },
};
