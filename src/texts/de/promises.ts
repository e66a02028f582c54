import { formatCount, formatPlain as p } from '../format';
import type { promises as english } from '../promises';

export const promises: ReturnType<typeof english> = {
  earns: (name) => `${name} erzielt ≥ ${p(0.95)} des Besten in den Daten, normiert`,
  earnsAtMost: (name, share) => `${name} erzielt ≤ ${p(share)} des Besten in den Daten, normiert`,
  earnsInBoth: (name) =>
    `${name} erzielt ≥ ${p(0.95)} des Besten in den Daten, normiert, mit seiner Verteilung und mit seiner wahrscheinlichsten Aktion`,
  staysSober: (name) => `${name} glaubt an höchstens J* (2\u00a0% für das Rauschen)`,
  believesTooMuch: (name) => `${name} glaubt an mehr als J*`,
  imitates:
    'Die Verteilung von BC erzielt, was genaue Nachahmung erzielt, auf ein Zehntel von J* − J_random genau',
  names: {
    light: 'CQL mit α 1',
    careful: 'CQL mit α 30',
    max: 'CQL mit dem Max-Backup',
    exact: 'CQL mit dem exakten Strafterm',
  },
  scenarios: {
    extrapolation: {
      claim:
        'Offline-DQN glaubt an mehr Ertrag, als irgendeine Strategie erzielen kann, und erzielt nichts. CQL glaubt an weniger, als möglich ist, so lange man auch trainiert, und erzielt alles; IQL erzielt es ebenso, mit seiner Verteilung wie mit seiner wahrscheinlichsten Aktion. BC, das eine Menge kopiert, die zur Hälfte nach links neigt, ist so schlecht wie die Daten.',
      claims: {
        get 'dqn-overestimates'() {
          return `DQN überschätzt nie gesehene Aktionen um ≥ ${p(0.5)} |J*|`;
        },
        'cql-underestimates': 'CQL überschätzt nie gesehene Aktionen im Mittel nicht (≤ 0)',
        get 'cql-believes-in-something'() {
          return `CQL glaubt an ≥ ${p(0.4)} von J*, normiert`;
        },
        get 'iql-beats-bc'() {
          return `IQL erzielt ≥ ${p(0.3)} mehr als BC, normiert, Verteilung gegen Verteilung und wahrscheinlichste Aktion gegen wahrscheinlichste Aktion`;
        },
      },
    },
    'bc-ceiling': {
      claim:
        'Zwei Lesarten einer Strategie: Mit seiner Verteilung macht BC die Umwege des Wanderers, den es nachahmt, und erzielt ein Drittel des Bestmöglichen; mit seiner wahrscheinlichsten Aktion geht es den kürzesten Weg, denn was dieser Wanderer am häufigsten tat, war richtig. CQL und IQL brauchen solches Glück nicht.',
      claims: {
        get 'bc-distribution-is-mediocre'() {
          return `die Verteilung von BC erzielt ≤ ${p(0.5)} des Besten in den Daten, normiert`;
        },
        get 'bc-most-likely-is-best'() {
          return `die wahrscheinlichste Aktion von BC erzielt ≥ ${p(0.95)} davon`;
        },
      },
    },
    stitching: {
      claim:
        'CQL und IQL fügen die Hälften zweier Arten von Episoden zusammen und kommen an; BC folgt der Menge in die Sackgasse. Die Mischung selbst ist ein Zehntel des Besten in den Daten wert; ausgezählt und genau nachgeahmt, mit Zufall, wo nichts aufgezeichnet ist, das Zwei- bis Dreifache davon, nie die Hälfte.',
      claims: {
        get 'behavior-is-a-tenth'() {
          return `die Mischung der beiden Arten von Episoden erzielt ≤ ${p(0.12)} des Besten in den Daten`;
        },
        get 'bc-follows-the-crowd'() {
          return `BC erzielt in beiden Lesarten ≤ ${p(0.3)} davon, normiert`;
        },
        get 'exact-imitation'() {
          return `genaue Nachahmung (N(s,a)/N(s), gleichverteilt, wo nichts gesehen wurde) erzielt ≤ ${p(0.4)} davon`;
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
        'Ohne nie gesehene Aktionen gibt es nichts zu extrapolieren: Schlichtes DQN findet den kürzesten Weg, wie CQL und IQL, und glaubt, was es erzielt. Jetzt ist BC Letzter: Es ahmt Ziellosigkeit nach.',
      claims: {
        get 'dqn-believes-rightly'() {
          return `DQN glaubt, was es erzielt, auf ${p(0.05)} J* genau`;
        },
      },
    },
    'no-reward': {
      claim:
        'Nichts hilft: Kein Verfahren erzielt Nennenswertes, denn keine Zeile sagt, dass es etwas zu erzielen gibt. Selbst die beste Strategie innerhalb der Daten erzielt fast nichts, indem sie über deren Rand hinausstolpert.',
      claims: {
        get 'nothing-in-the-data'() {
          return `das Beste in den Daten ist ≤ ${p(0.2)} von J*`;
        },
        get 'nobody-earns'() {
          return `niemand erzielt mehr als ${p(0.05)} von J*`;
        },
      },
    },
    'conservative-is-not-humble': {
      claim:
        'Die Daten des ersten Szenarios und dasselbe α = 1, aber Belohnungen, wie die Welt sie zahlt: Für Werte von einem Drittel ist der Strafterm ein Riese. Mit dem Max-Backup glaubt CQL schließlich an etwa das Zehnfache des Möglichen, mit dem Softmax-Backup an viel weniger als nichts, und keines findet den Weg. Was α bedeutet, hängt vom Maßstab der Belohnungen ab.',
      claims: {
        'max-inflates': 'mit dem Max-Backup glaubt CQL an ≥ 5 J*',
        'softmax-despairs': 'mit dem Softmax-Backup glaubt CQL an ≤ −2 J*',
      },
    },
    'too-careful': {
      claim:
        'Mit α 1 verlässt CQL an der Kreuzung die Menge und kommt an; mit α 30 ist schlecht, was selten ist: Es folgt den vielen in die Sackgasse und erzielt nichts, weniger als BC, das sich wenigstens verirrt.',
      claims: {
        get 'worse-than-bc'() {
          return `CQL mit α 30 erzielt weniger als die Verteilung von BC, um ≥ ${p(0.01)}, normiert`;
        },
        get 'careful-believes-little'() {
          return `CQL mit α 30 glaubt an ≤ ${p(0.5)} J*`;
        },
      },
    },
    cliff: {
      claim:
        'Wo jede Belohnung ein Verlust ist, sieht nie Probiertes wie das Paradies aus: DQN glaubt an einen kleinen Teil des Verlusts, den es einfährt, und bricht auf den meisten Datensätzen nie zum Ziel auf. CQL und IQL gehen an der Klippe vorbei. Die Verteilung von BC stolpert wie ihr Lehrer und zahlt dafür; seine wahrscheinlichste Aktion, in der kein Stolpern mehr ist, geht so gut wie alle anderen.',
      claims: {
        'dqn-stays': 'DQN erreicht das Ziel in ≤ 1\u00a0% seiner Episoden',
        'dqn-dreams': 'DQN glaubt an ≥ 40 mehr, als es erzielt',
        get 'cql-walks'() {
          return `CQL erzielt ≥ −18 (J* = ${p(-12.2)})`;
        },
        'iql-walks': 'IQL erzielt ≥ −18',
        'bc-falls': 'die Verteilung von BC erzielt ≤ −15',
        get 'bc-most-likely-walks'() {
          return `die wahrscheinlichste Aktion von BC erzielt ≥ ${p(0.95)} des Besten in den Daten, normiert`;
        },
      },
    },
    'slippery-lake': {
      get claim() {
        return `Mit ${formatCount(20_000)} Zeilen mittelt sich das Glück heraus: CQL und IQL sind etwa so gut, wie eine Strategie sein kann, in drei von vier Fällen, und CQL glaubt nie an mehr. Die Verteilung von BC kommt in einem von sieben Fällen an, obwohl es einen Wanderer nachahmt, der meist das Beste tut, was es gibt: Auf Eis kommt ein einziger Ausrutscher des Lehrers teuer zu stehen.`;
      },
      claims: {
        'cql-arrives': 'CQL kommt in ≥ 45\u00a0% der Fälle an',
        'iql-arrives': 'IQL kommt in ≥ 45\u00a0% der Fälle an',
        get 'bc-slips'() {
          return `die Verteilung von BC erzielt ≤ ${p(0.35)} des Besten in den Daten, normiert`;
        },
        'nobody-is-safe': 'selbst das beste der vier verfehlt das Ziel in ≥ 20\u00a0% der Fälle',
      },
    },
    'sketch-trap': {
      claim:
        'Der exakte Strafterm fällt nie unter null, und CQL kommt an und glaubt an weniger, als möglich ist; der skizzierte hat keinen Boden: Er fällt immer weiter, zieht Werte immer tiefer, wo die Daten schweigen, und lässt CQL doch an weit mehr glauben als der exakte.',
      claims: {
        'exact-has-a-floor': 'der exakte Strafterm ist ≥ 0',
        'sketch-has-none': 'der skizzierte Strafterm ist ≤ −2 J*',
        'sketch-strays':
          'auf nie gesehenen Aktionen irrt die Skizze um ≥ 5 J* mehr, meist nach unten',
        get 'sketch-is-less-sober'() {
          return `mit dem skizzierten Strafterm glaubt CQL an ≥ ${p(0.25)} J* mehr`;
        },
      },
    },
    'let-it-try': {
      claim:
        'Offline-DQN geht dorthin, woran es glaubt, findet nichts und glaubt schließlich, wenn es nicht schon vorher ganz davongelaufen ist, an das, was wahr ist: Es erzielt alles, was zu erzielen ist, und weiß es. CQL und IQL hatten den besten Plan schon und behalten ihn. IQL glaubt schließlich an fast alles; CQL glaubt weiterhin an weniger, weil sein Strafterm nicht fragt, was probiert wurde.',
      claims: {
        get 'dqn-believes-rightly'() {
          return `was DQN glaubt, weicht um ≤ ${p(0.1)} J* von dem ab, was es erzielt`;
        },
        'dqn-tried-the-unseen': 'DQN hat ≥ 20 Paare ohne Daten probiert',
        get 'cql-stays-cautious'() {
          return `CQL glaubt an ${p(0.4)} bis ${p(0.8)} von J*, normiert`;
        },
        get 'iql-believes-nearly-all'() {
          return `IQL glaubt an ≥ ${p(0.8)} von J*, normiert`;
        },
      },
    },
  },
};
