import { formatCount, formatPlain, formatValue } from '../format';
import type { play as english } from '../play';

const ENDS: ReturnType<typeof english>['ends'] = {
  goal: 'Ziel erreicht',
  pit: 'in Grube gefallen',
  horizon: 'am Horizont abgeschnitten',
  stopped: 'selbst beendet',
};

export const play: ReturnType<typeof english> = {
  tools: 'Episoden',
  map: (rows, columns) =>
    `Karte mit ${rows} Zeilen und ${columns} Spalten, mit dem Agenten, der hier gesteuert wird. Pfeiltasten oder W A S D handeln; die Eingabetaste beginnt eine neue Episode.`,
  act: 'Handeln',
  go: ['Nach oben', 'Nach rechts', 'Nach unten', 'Nach links'],
  begin: 'Neue Episode',
  stop: 'Hier beenden',
  discardCurrent: 'Episode verwerfen',

  replay: 'Wiedergabe',
  stepBack: 'Schritt zurück',
  stepForward: 'Schritt vor',
  playReplay: 'Wiedergabe abspielen',
  pauseReplay: 'Wiedergabe anhalten',
  closeReplay: 'Wiedergabe schließen',
  at: (step, steps) => `Schritt ${step} von ${steps}`,

  episode: 'Die Episode',
  ends: ENDS,
  soFar: (steps, most, earned) =>
    `${steps} von höchstens ${most} Schritten, Ertrag bisher ${formatValue(earned)}.`,
  ended: (end, earned) => {
    const how = {
      goal: 'Die Episode hat das Ziel erreicht',
      pit: 'Die Episode endete in einer Grube',
      horizon: 'Die Episode wurde am Horizont abgeschnitten',
      stopped: 'Die Episode wurde von Hand beendet',
    };
    return `${how[end]}; ihr Ertrag ist ${formatValue(earned)}.`;
  },
  none: 'Es läuft keine Episode.',
  youStart: (row, column) => `Start in Zeile ${row}, Spalte ${column}.`,
  stepped: ({ steps, action, stayed, row, column, reward, end }) => {
    const direction = ['nach oben', 'nach rechts', 'nach unten', 'nach links'][action];
    const moved = `${direction}, ${stayed ? 'bleibt' : 'jetzt'} in Zeile ${row}, Spalte ${column}`;
    const earned = reward === 0 ? '' : `, Belohnung ${formatPlain(reward)}`;
    const ended = end === null ? '' : `; ${ENDS[end]}`;
    return `Schritt ${steps}: ${moved}${earned}${ended}.`;
  },
  stopped: 'Episode beendet; ihr letzter Schritt zählt als abgeschnitten.',
  discardedCurrent: 'Episode verworfen. Eine neue beginnt.',
  discarded: 'Episode verworfen.',
  discardedOthers: 'Episoden anderer Karten verworfen.',
  worldChanged: 'Die Welt hat sich geändert. Eine neue Episode beginnt.',

  recorded: 'Aufgezeichnete Episoden',
  noneYet:
    'Noch keine auf dieser Karte. Eine Episode wird aufgezeichnet, wenn sie endet oder beendet wird.',
  number: 'Nr.',
  steps: 'Schritte',
  earned: 'Ertrag',
  end: 'Ende',
  actions: 'Aktionen',
  replayOf: (place) => `Episode ${place} wiedergeben`,
  discardOf: (place) => `Episode ${place} verwerfen`,
  discounted: (gamma) => `Erträge sind diskontiert, mit γ = ${formatPlain(gamma)}.`,
  discardLast: 'Letzte verwerfen',
  others: (count) =>
    count === 1
      ? '1 Episode einer anderen Karte bleibt aufgehoben, bis diese Karte wiederkommt.'
      : `${formatCount(count)} Episoden anderer Karten bleiben aufgehoben, bis diese Karten wiederkommen.`,
  discardOthers: () => 'Verwerfen',
  asDataset: 'Als Datensatz',
  use: (count) =>
    count === 1
      ? 'Diese Episode als Datensatz verwenden'
      : `Diese ${formatCount(count)} Episoden als Datensatz verwenden`,
  empirical:
    'Die Verhaltensstrategie π_β ist dann die empirische Verteilung des Gespielten: N(s,a)/N(s), gleichverteilt in Zellen, in denen nie gehandelt wurde.',
  inUse: (label) => `Die Lernverfahren trainieren jetzt auf „${label}“.`,
  label: (count) => `${count} gespielte ${count === 1 ? 'Episode' : 'Episoden'}`,
};
