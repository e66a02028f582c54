import type { promises as english } from '../en/promises';
import { formatPlain as p } from '../format';

export const promises: typeof english = {
  earns: (name) => `${name} erzielt ≥ ${p(0.95)} des Optimums innerhalb der Daten, normiert`,
  earnsAtMost: (name, share) =>
    `${name} erzielt ≤ ${p(share)} des Optimums innerhalb der Daten, normiert`,
  get imitates() {
    return `BC erzielt auf ${p(0.04)} genau, was exakte Imitation erzielt`;
  },
  names: {
    get light() {
      return `CQL mit α ${p(0.025)}`;
    },
    careful: 'CQL mit α 2',
    exact: 'CQL mit dem exakten Strafterm',
  },
  scenarios: {
    extrapolation: {
      claim:
        'Offline-DQN glaubt an mehr Ertrag, als irgendeine Strategie erzielen kann, und erzielt nichts; CQL und IQL erreichen das Ziel, BC ist so gut wie die Daten.',
      claims: {
        get 'dqn-overestimates'() {
          return `DQN überschätzt nie gesehene Aktionen um ≥ ${p(0.2)}`;
        },
        'dqn-believes-too-much': 'DQN glaubt an mehr als J*',
        'cql-underestimates': 'CQL überschätzt nie gesehene Aktionen nicht (≤ 0)',
        get 'cql-stays-sober'() {
          return `CQL glaubt an höchstens J* + ${p(0.02)}`;
        },
      },
    },
    'bc-ceiling': {
      claim:
        'BC macht die Umwege des Wanderers, den es imitiert, und erzielt ein Drittel des Optimums; CQL und IQL finden in denselben Daten den kürzesten Weg.',
      claims: {},
    },
    stitching: {
      claim:
        'CQL und IQL fügen die Hälften zweier Arten von Episoden zusammen und kommen an; BC folgt der Menge in die Sackgasse. Die Mischung selbst ist ein Zehntel des Optimums innerhalb der Daten wert; ausgezählt und exakt imitiert, mit Zufall, wo nichts aufgezeichnet ist, das Zwei- bis Dreifache davon, nie die Hälfte.',
      claims: {
        get 'behaviour-is-a-tenth'() {
          return `die Mischung der beiden Arten von Episoden erzielt ≤ ${p(0.12)} des Optimums innerhalb der Daten`;
        },
        get 'exact-imitation'() {
          return `exakte Imitation (N(s,a)/N(s), gleichverteilt, wo nichts gesehen wurde) erzielt ≤ ${p(0.4)} davon`;
        },
      },
    },
    expert: {
      claim:
        'BC erzielt alles, was es zu erzielen gibt, und niemand mehr: CQL und IQL ziehen nur gleich. Offline-DQN, frei, an das zu glauben, was der Experte nie tat, verläuft sich.',
      claims: {
        get 'nobody-beats-bc'() {
          return `niemand erzielt mehr als ${p(0.02)} über BC hinaus`;
        },
      },
    },
    'everything-tried': {
      claim:
        'Ohne nie gesehene Aktionen gibt es nichts zu extrapolieren: Schlichtes DQN findet den kürzesten Weg, wie CQL und IQL, und glaubt, was es erzielt. Jetzt ist BC Letzter: Es imitiert Ziellosigkeit.',
      claims: {
        get 'dqn-believes-rightly'() {
          return `DQN glaubt, was es erzielt, auf ${p(0.1)} genau`;
        },
      },
    },
    'no-reward': {
      claim:
        'Nichts hilft: Kein Verfahren erzielt Nennenswertes, denn keine Zeile sagt, dass es etwas zu erzielen gibt. Selbst die beste Strategie innerhalb der Daten erzielt fast nichts, indem sie über deren Rand hinausstolpert.',
      claims: {
        get 'nothing-in-the-data'() {
          return `das Optimum innerhalb der Daten ist ≤ ${p(0.2)} von J*`;
        },
        get 'nobody-earns'() {
          return `niemand erzielt mehr als ${p(0.05)} von J*`;
        },
      },
    },
    'conservative-is-not-humble': {
      claim:
        'CQL erzielt noch immer das Optimum, glaubt aber am Ende an weit mehr: Der Strafterm drückt nach unten, was nicht gesehen wurde, und drückt bei jedem Max-Backup nach oben, was gesehen wurde.',
      claims: {
        get 'cql-believes-too-much'() {
          return `CQL glaubt an mehr als J* + ${p(0.2)}`;
        },
      },
    },
    'too-careful': {
      get claim() {
        return `Mit α ${p(0.025)} verlässt CQL an der Kreuzung die Menge und kommt an; mit α 2 ist schlecht, was selten ist: Es folgt den vielen in die Sackgasse, erzielt nichts, weniger als BC, und glaubt an mehr, als irgendwer erzielen kann.`;
      },
      claims: {
        get 'worse-than-bc'() {
          return `CQL mit α 2 erzielt weniger als BC, um ≥ ${p(0.01)}`;
        },
        get 'careful-believes-too-much'() {
          return `CQL mit α 2 glaubt an mehr als J* + ${p(0.2)}`;
        },
      },
    },
    cliff: {
      claim:
        'Wo jede Belohnung ein Verlust ist, sieht nie Probiertes wie das Paradies aus: DQN glaubt an das Unmögliche und bricht nie zum Ziel auf. CQL und IQL gehen an der Klippe vorbei; BC stolpert wie sein Lehrer und zahlt dafür.',
      claims: {
        'dqn-stays': 'DQN erreicht das Ziel in ≤ 1 % seiner Episoden',
        'dqn-believes-too-much': 'DQN glaubt an mehr als J*',
        get 'cql-walks'() {
          return `CQL erzielt ≥ −18 (J* = ${p(-12.2)})`;
        },
        'iql-walks': 'IQL erzielt ≥ −18',
        'bc-falls': 'BC erzielt ≤ −50',
      },
    },
    'slippery-lake': {
      claim:
        'CQL und IQL sind etwa so gut, wie eine Strategie sein kann, drei von vier Malen; DQN hält Glück für Können, und BC kommt eines von sieben Malen an, obwohl es einen Wanderer imitiert, der meist das Beste tut, was es gibt.',
      claims: {
        'cql-arrives': 'CQL kommt in ≥ 50 % der Fälle an',
        'iql-arrives': 'IQL kommt in ≥ 50 % der Fälle an',
        'nobody-is-safe': 'selbst das beste der vier verfehlt das Ziel in ≥ 20 % der Fälle',
      },
    },
    'sketch-trap': {
      claim:
        'Der exakte Strafterm fällt nie unter null, und CQL kommt an; der skizzierte hat keinen Boden: Er fällt immer weiter, zieht Werte immer tiefer, wo die Daten schweigen, und bei vielen Seeds geht der Weg verloren.',
      claims: {
        'exact-has-a-floor': 'der exakte Strafterm ist ≥ 0',
        get 'sketch-has-none'() {
          return `der skizzierte Strafterm ist ≤ ${p(-0.5)}`;
        },
        get 'sketch-sinks-deeper'() {
          return `bei nie gesehenen Aktionen liegt die Skizze um ≥ ${p(0.5)} tiefer unter der Wahrheit`;
        },
      },
    },
  },
};
