import { formatCount, formatSigned, formatValue } from '../format';
import type { microscope as english } from '../microscope';

export const microscope: ReturnType<typeof english> = {
  loading: 'Wird geladen …',
  looking: 'Wird betrachtet …',
  noLearner: 'Kein Lernverfahren ist eingeschaltet.',
  learner: 'Lernverfahren',
  atStep: (step) => `Netze bei Schritt ${formatCount(step)}`,
  waiting: 'warten auf die Netze …',
  pauseTraining: 'Training anhalten',
  trainOn: 'Weiter trainieren',
  lookAgain: 'Noch einmal hinsehen',
  brokeOff: (reason) => `Das Mikroskop ist ausgefallen (${reason}).`,
  noWorker: 'es ließ sich nicht starten',

  rowOf: (rows) => `Zeile des Datensatzes, 1 bis ${rows}`,
  row: 'Zeile',
  of: (rows) => `von ${formatCount(rows)}`,
  rowBefore: 'Vorige Zeile',
  rowAfter: 'Nächste Zeile',
  anyRow: 'Irgendeine Zeile',
  worst: (learner) => `Die schlimmste für ${learner}`,
  worstHelp:
    'Die Zeile, deren Zielwert am meisten über das Mögliche hinaus verspricht, unter jenen, deren Maximum eine nie probierte Aktion wählt; für BC die Zeile, in der am schlechtesten gehandelt wurde',
  mapLabel: (learner) => `${learner}, die Zeile unter dem Mikroskop`,
  mapHint:
    'Umrandet: s, und s′, wohin die Zeile führte. Eine Zelle wählen, um ihre Zeilen nacheinander zu betrachten.',

  now: 'Was jetzt geschieht',
  back: 'Zurück',
  pause: 'Anhalten',
  play: 'Abspielen',
  step: 'Weiter',
  stageOf: (stage, stages) => `${stage} von ${stages}`,
  stages: 'Stufen des Updates',

  times: (count) => (count > 0 ? `${formatCount(count)}×` : 'nie'),
  timesAndTruth: (count) => (count > 0 ? `${formatCount(count)}× · Q*` : 'nie · Q*'),
  bar: (bar) =>
    [
      `${bar.action}, ${bar.seen}: ${formatValue(bar.value, 3)}`,
      ...(bar.truth === null ? [] : [`bestmöglich ${formatValue(bar.truth, 3)}`]),
      ...(bar.push === undefined ? [] : [`verschoben um ${formatSigned(bar.push, 3)}`]),
      ...(bar.putIn ? ['die Wahrheit, eingesetzt'] : []),
      ...(bar.dimmed ? ['nicht gefragt'] : []),
    ].join(', '),
};
