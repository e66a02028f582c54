import { formatCount, formatList, formatPlain } from '../format';
import type { training as english } from '../training';

export const training: ReturnType<typeof english> = {
  title: 'Training',
  run: 'Starten',
  runOn: 'Weiter',
  pause: 'Pause',
  stepBy: (steps) => `Schritt +${formatPlain(steps)}`,
  stepHint: (steps) => `${formatCount(steps)} Schritte weiter trainieren, bis zur nächsten Messung`,
  reset: 'Zurücksetzen',
  resetHint: 'Zurück zu Schritt 0: dieselben Daten, dieselben zufälligen Netze',
  replay: 'Noch einmal abspielen',
  replayHint: 'Den Verlauf noch einmal ansehen, ohne zu trainieren',
  stopReplay: 'Abspielen beenden',
  now: 'jetzt',
  moment: 'Gezeigter Moment',
  momentAt: (step) => `Schritt ${step}`,
  stale: (changes) =>
    `Trainiert wurde dies mit ${formatList(changes.map(({ name, from }) => `${name} ${from}`))}.`,
  again: (changes) =>
    `Neu mit ${formatList(changes.map(({ name, to }) => (changes.length > 1 ? `${name} ${to}` : to)))}`,
  retraining: 'trainiert neu …',
  edited: (step, changes) =>
    `${changes.map(({ name, from, to }) => `${name} ${from} → ${to}`).join('; ')} ab Schritt ${formatCount(step)}`,
  steps: {
    named: '{step} von {steps} Schritten',
    settling: '{step} Schritte · bis zur Ruhe',
    settled: '{step} Schritte · zur Ruhe gekommen',
    passed: '{step} Schritte · in Ruhe seit {steps}',
    unsettled: '{step} Schritte · noch nicht in Ruhe',
    past: '{step} von {steps} Schritten',
  },
  speed: 'Tempo',
  fastest: 'Voll',
  seed: 'Seed des Trainings',
  seeds: 'Trainings-Seeds nebeneinander',
  nextSeed: 'Nächster Trainings-Seed',
  nextSeedHint: (seeds) =>
    seeds > 1
      ? `Die nächsten ${seeds} Trainings-Seeds: andere Gewichte und Minibatches, dieselben Daten`
      : 'Der nächste Trainings-Seed: andere Gewichte und Minibatches, dieselben Daten',
  seconds: (count) => `etwa ${formatPlain(count)}\u00a0s`,
  minutes: (count) => `etwa ${formatPlain(count)}\u00a0min`,
  hours: (count) => `etwa ${formatPlain(count)}\u00a0h`,
  megabytes: (count) => `${formatPlain(count)}\u00a0MB Speicher`,
  gigabytes: (count) => `${formatPlain(count)}\u00a0GB Speicher`,
  cost: (parts) => formatList(parts),
  costHere: (cost) => `${cost} auf diesem Gerät`,
  engine: (name) => `Rechenwerk: ${name}`,
  engineBetter: (name, better) =>
    `Rechenwerk: ${name}; ${better} ist hier besser, ab dem nächsten Zurücksetzen`,
  noEngine: 'kein Rechenwerk',
  starting: 'startet …',
  ready: 'bereit',
  rate: (steps) => `${formatCount(steps)} Schritte/s`,
};
