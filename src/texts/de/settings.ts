import type { settings as english } from '../settings';
import { words } from './words';

const [up, right, down, left] = words.actions;

export const settings: ReturnType<typeof english> = {
  scenario: {
    label: 'Szenario',
    help: 'Ein benannter Satz von Einstellungen, der eine Sache zeigt. Eines zu wählen ersetzt alle anderen Einstellungen durch die seinen.',
  },
  world: {
    label: 'Welt',
    help: 'Die Gitterwelt: ihre Karte, ihr Rutschen, ihre Belohnungen, ihr Diskontfaktor und ihr Horizont.',
  },
  'world.map': {
    label: 'Karte',
    help: 'Zeilen, durch „/“ verbunden, aus # Wand, . Boden, S Start, G Ziel, P Grube, C Klippe. Leer für die Karte der gewählten Welt.',
  },
  'world.slip': {
    label: 'Rutschen',
    help: 'Wahrscheinlichkeit, dass ein Zug stattdessen in eine der beiden Richtungen quer dazu geht, je zur Hälfte.',
  },
  'world.gamma': {
    label: 'Diskontfaktor',
    help: 'Wie viel eine Belohnung einen Schritt später wert ist. Er gehört zur Welt: Ihn zu ändern ändert jeden wahren Wert.',
  },
  'world.horizon': {
    label: 'Horizont',
    help: 'Schritte, nach denen eine Episode abgeschnitten wird. Ein Schnitt ist kein Ende: Von solchen Zeilen aus geht das Bootstrapping weiter.',
    unit: 'Schritte',
  },
  'world.step': {
    label: 'Belohnung eines Schritts',
    help: 'Gibt es für das Betreten einer Bodenzelle und für das Bleiben auf ihr.',
  },
  'world.goal': {
    label: 'Belohnung des Ziels',
    help: 'Gibt es für das Betreten eines Ziels; damit endet die Episode.',
  },
  'world.pit': {
    label: 'Belohnung einer Grube',
    help: 'Gibt es für das Betreten einer Grube; damit endet die Episode.',
  },
  'world.cliff': {
    label: 'Belohnung einer Klippe',
    help: 'Gibt es für das Betreten einer Klippe, die den Agenten auf einen Start zurücksetzt.',
  },
  behavior: {
    label: 'Verhalten',
    help: 'Die Strategie oder Mischung von Strategien, die die Daten gesammelt hat.',
    options: {
      uniform: { label: 'Gleichverteilt', help: 'Jede Aktion gleich oft.' },
      'epsilon-greedy': {
        label: 'ε-greedy',
        help: 'Die optimale Aktion, nur mit Wahrscheinlichkeit ε irgendeine der vier.',
      },
      softmax: {
        label: 'Softmax von Q*',
        help: 'Bessere Aktionen öfter, nach exp(Q*/T).',
      },
      directional: {
        label: 'Gerichtet',
        help: 'Neigt überall zu einer Richtung.',
      },
      random: { label: 'Stufe random', help: 'Stufe von D4RL: die gleichverteilte Strategie.' },
      medium: {
        label: 'Stufe medium',
        help: 'Stufe von D4RL: ε-greedy, bei einem Drittel des Wegs vom zufälligen zum optimalen Ertrag.',
      },
      'medium-replay': {
        label: 'Stufe medium-replay',
        help: 'Stufe von D4RL: alles, was ein tabellarischer Q-Lerner sah, bis er medium erreichte.',
      },
      'medium-expert': {
        label: 'Stufe medium-expert',
        help: 'Stufe von D4RL: die Episoden zur Hälfte medium, zur Hälfte expert.',
      },
      expert: { label: 'Stufe expert', help: 'Stufe von D4RL: die optimale Strategie.' },
      'crossing-paths': {
        label: 'Gekreuzte Wege',
        help: 'Zwei Arten von Episoden, die sich kreuzen und von denen keine vom Start zum Ziel geht; gemacht für die gleichnamige Welt.',
      },
      painted: {
        label: 'Gemalt',
        help: 'Was auf die Karte gemalt wird; jede Aktion gleich oft, wo nichts gemalt ist.',
      },
      mixture: {
        label: 'Mischung',
        help: 'Mehrere Verhalten, die sich die Episoden nach Gewicht teilen.',
      },
    },
  },
  'behavior.epsilon': {
    label: 'Exploration',
    help: 'Anteil der Schritte, bei denen das ε-greedy-Verhalten irgendeine der vier Aktionen nimmt.',
  },
  'behavior.temperature': {
    label: 'Temperatur',
    help: 'Temperatur des Softmax-Verhaltens: Tief ist fast optimal, hoch fast gleichverteilt.',
  },
  'behavior.direction': {
    label: 'Richtung',
    help: 'Die Richtung, zu der das gerichtete Verhalten neigt.',
    options: {
      up: { label: up },
      right: { label: right },
      down: { label: down },
      left: { label: left },
    },
  },
  'behavior.bias': {
    label: 'Neigung',
    help: 'Wahrscheinlichkeit, diese Richtung zu nehmen; sonst irgendeine der vier: 0 ist gleichverteilt, 1 immer diese Richtung.',
  },
  'behavior.painted': {
    label: 'Gemalte Strategie',
    help: 'Gemalte Zellen nach Zeile und Spalte von 0 an, durch Kommas verbunden: „3.4u“ geht immer nach oben (u r d l), „3.4:10-70-10-10“ gewichtet oben, rechts, unten und links. Jede andere Zelle nimmt jede Aktion gleich oft.',
  },
  'behavior.mixture': {
    label: 'Mischung von Verhalten',
    help: 'Komponenten, durch „+“ verbunden, jede gewicht*art: uniform, epsilon-greedy(0.3), softmax(0.1), directional(right,0.5), medium, expert oder painted. Ein Gewicht ist ein Anteil an den Episoden.',
  },
  'data.size': {
    label: 'Übergänge',
    help: 'Zeilen des eingefrorenen Datensatzes. Weniger Zeilen lassen mehr Aktionen ungesehen. Eine andere Welt bringt so viele mit, wie zu ihr passen, es sei denn, die Zahl wurde von Hand gewählt.',
    unit: 'Zeilen',
  },
  'data.seed': {
    label: 'Seed der Daten',
    help: 'Ein anderer Seed sammelt einen anderen Datensatz der gleichen Art.',
  },
  'data.source': {
    label: 'Daten aus',
    help: 'Ob das Verhalten die Zeilen sammelt oder ob es die eines importierten oder gespielten Datensatzes sind.',
    options: {
      collected: { label: 'Gesammelt', help: 'Vom Verhalten, in dieser Welt.' },
      file: { label: 'Datei', help: 'Der genannte importierte oder gespielte Datensatz.' },
    },
  },
  'data.file': {
    label: 'Datensatz',
    help: 'Der importierte oder gespielte Datensatz, nach den 16 hexadezimalen Ziffern seines Hashes. Seine Zeilen reisen nicht in Links mit: Wer einen öffnet, wird nach der Datei gefragt.',
  },
  'data.edits': {
    label: 'Eingriffe in den Datensatz',
    help: 'Was mit den gesammelten Zeilen geschieht, in dieser Reihenfolge, durch „;“ verbunden: erase(1.1-3.4) alle Zeilen eines Rechtecks von Zellen (Zeilen und Spalten von 0 an), erase(1.1-3.4,up) eine Aktion dort, below(0.2) alle Episoden, die weniger erzielen, top(10) behält die besten 10\u00a0% der Episoden, noise(0.1,7) legt gaußsches Rauschen auf jede Belohnung. Ein „!“ vor einem Eingriff schaltet ihn aus.',
  },
  learners: {
    label: 'Lernverfahren',
    help: 'Welche Lernverfahren trainieren, jedes unter eigenem Namen: ein Verfahren (cql) oder ein Verfahren mit Zusatz (cql-sketch), um es zweimal zu haben.',
  },
  encoding: {
    label: 'Kodierung',
    help: 'Was die Netze von einem Zustand sehen; das entscheidet, wie sich Werte auf Zustände und Aktionen ausbreiten, die nie gesehen wurden.',
    options: {
      'one-hot': { label: 'One-hot', help: 'Ein Eingang pro Zustand.' },
      xy: { label: 'Koordinaten', help: 'Die beiden Koordinaten, auf [−1, 1] skaliert.' },
      fourier: {
        label: 'Fourier',
        help: 'Die Koordinaten mit Sinus und Kosinus davon, 14 Zahlen.',
      },
    },
  },
  width: {
    label: 'Breite',
    help: 'Einheiten in jeder der beiden verborgenen Schichten jedes Netzes.',
    unit: 'Einheiten',
  },
  batch: {
    label: 'Minibatch',
    help: 'Zeilen, die für jeden Trainingsschritt gezogen werden; alle Lernverfahren sehen dieselben.',
    unit: 'Zeilen',
  },
  learningRate: {
    label: 'Lernrate',
    help: 'Schrittweite von Adam, für jedes Netz.',
  },
  polyak: {
    label: 'Polyak-Rate',
    help: 'Anteil des Online-Netzes, den das Zielnetz nach jedem Schritt übernimmt.',
  },
  rewardScale: {
    label: 'Belohnungsmaßstab',
    help: 'Womit die Belohnungen für die Lernverfahren multipliziert werden, damit α, β und die Lernrate in jeder Welt dasselbe bedeuten. Automatisch: Der beste aufgezeichnete Weg von einem Start ist 20 wert und keine einzelne Belohnung mehr als 33. Alles auf der Seite bleibt in den Einheiten der Welt.',
  },
  'train.seed': {
    label: 'Seed des Trainings',
    help: 'Ein anderer Seed zieht andere Anfangsgewichte und andere Minibatches aus denselben Daten.',
  },
  seeds: {
    label: 'Seeds',
    help: 'Trainings-Seeds, die nebeneinander auf einem Datensatz laufen, vom Seed des Trainings an aufwärts.',
  },
  steps: {
    label: 'Schritte',
    help: 'Trainingsschritte bis zum Urteil. Automatisch: bis zur Ruhe kommt, was gelernt wird, höchstens 6.000.',
    unit: 'Schritte',
  },
  measureEvery: {
    label: 'Messen alle',
    help: 'Trainingsschritte zwischen zwei exakten Messungen von allem, was gezeigt wird.',
    unit: 'Schritte',
  },
  backend: {
    label: 'Rechenwerk',
    help: 'Wo gerechnet wird. Automatisch: das schnellste, das dieses Gerät hat.',
    options: {
      auto: { label: 'Automatisch' },
      webgl: { label: 'WebGL', help: 'Der Grafikprozessor.' },
      wasm: { label: 'WebAssembly', help: 'Der Prozessor, mit SIMD, wo er es hat.' },
      cpu: { label: 'JavaScript', help: 'Läuft überall, langsam.' },
    },
  },
  workers: {
    label: 'Worker',
    help: 'Auf wie viele Prozessorkerne die Seeds verteilt werden. Die Zahlen hängen nicht davon ab.',
    options: {
      auto: { label: 'Automatisch', help: 'Alle Kerne bis auf einen, der der Seite bleibt.' },
      '1': { label: '1' },
      '2': { label: '2' },
      '3': { label: '3' },
      '4': { label: '4' },
    },
  },
  layer: {
    label: 'Karten zeigen',
    help: 'Wonach die Dreiecke der Karten gefärbt sind.',
    options: {
      q: { label: words.layers.q, help: 'Was das Lernverfahren glaubt.' },
      truth: { label: words.layers.truth, help: 'Das exakte Q der Strategie, die es einsetzt.' },
      error: { label: words.layers.error, help: 'Glaube minus Wahrheit.' },
      surprise: {
        label: words.layers.surprise,
        help: 'Glaube über einen wahren Schritt hinaus.',
      },
      lie: {
        label: words.layers.lie,
        help: 'Wo die Lüge sitzt: δ mal Besuche.',
      },
      counts: { label: words.layers.counts, help: 'Wie oft das Paar im Datensatz steht.' },
      occupancy: {
        label: words.layers.occupancy,
        help: 'Wo seine Strategie ihre Zeit verbringt.',
      },
    },
  },
  'online.learners': {
    label: 'Probieren lassen',
    help: 'Welche Lernverfahren während des Trainings in der Welt handeln, jedes für sich, und neben den aufgezeichneten Daten aus dem lernen, was sie probieren. Keines: offline.',
  },
  'online.from': {
    label: 'Online ab Schritt',
    help: 'Trainingsschritt, von dem an gehandelt wird; bis dahin wird offline trainiert.',
  },
  'online.steps': {
    label: 'Versuche je Schritt',
    help: 'Züge in der Welt je Trainingsschritt. Eine Episode geht von einem Trainingsschritt zum nächsten weiter.',
    unit: 'Züge',
  },
  'online.epsilon': {
    label: 'Zufällige Züge',
    help: 'Anteil der Züge, die zufällig sind, alle vier Aktionen gleich häufig. Die übrigen folgen der eigenen Strategie.',
  },
  'online.share': {
    label: 'Anteil eigener Zeilen',
    help: 'Anteil jedes Minibatches, der aus dem gezogen wird, was das Lernverfahren selbst probiert hat. Der Rest sind aufgezeichnete Zeilen.',
  },
  'oracle.pairs': {
    label: 'Paare mit eingesetzter Wahrheit',
    help: 'Wo bei Lernverfahren, die auf gemalte Paare gestellt sind, die Wahrheit an die Stelle der Zielwerte tritt: Zellen nach Zeile und Spalte ab 0 mit den Buchstaben ihrer Aktionen, durch Kommas getrennt: „3.4ur“ ist oben und rechts (u r d l: oben, rechts, unten, links).',
  },
  shownSeed: {
    label: 'Gezeigter Seed',
    help: 'Welchen Trainings-Seed die Karten und die markierte Zelle zeigen, wo mehrere nebeneinander trainieren: 1 ist der erste, 0 das Mittel über alle (ihrer Werte und ihrer Strategien). Eine Zahl jenseits der vorhandenen Seeds zeigt den letzten.',
  },
  lesson: {
    label: 'Lektion',
    help: 'Die laufende geführte Lektion und ihr Schritt, von 0 an gezählt: „believing.2“. Leer für keine.',
  },
  'lesson.answers': {
    label: 'Vorhersagen',
    help: 'Was in der Lektion vorhergesagt wurde, wo ein Link es mittragen soll.',
  },
  present: {
    label: 'Vorlesung',
    help: 'Der Akt der Vorlesung, der den Bildschirm füllt, von 1 an gezählt; „guess“ für eine Abstimmung per Handzeichen. Leer für keinen.',
  },
  lecture: {
    label: 'Vorlesung im Link',
    help: 'Eine Vorlesung, die im Link mitreist. Leer für keine.',
  },
  keep: {
    label: 'Beim Urteil bleiben',
    help: 'Wird nach einem Lauf ein Regler bewegt und losgelassen, so wird mit vollem Tempo neu bis zum Ende trainiert; das Bild bleibt, bis das neue da ist. Bleibt in diesem Browser.',
  },
  speed: {
    label: 'Tempo',
    help: 'Wie schnell das Training und das Abspielen eines Laufs gehen dürfen; das ändert keine Zahl. Bleibt in diesem Browser.',
    options: {
      watch: { label: 'Zusehen' },
      fast: { label: 'Schnell' },
      full: { label: 'So schnell es geht' },
    },
  },
};
