import { formatCount, formatMoment, formatPlain } from '../format';
import type { stacks as english } from '../stacks';

const SMALLER = 'weniger Seeds oder eine kleinere Breite wählen';

export const stacks: ReturnType<typeof english> = {
  reason: (backend, why) => `${backend}: ${why}`,
  wasLost: (backend, why) => `${backend} ging verloren: ${why}`,
  pinned: 'von Hand gewählt',
  hardware: (renderer) =>
    `dieses Gerät hat einen echten Grafikprozessor${renderer === '' ? '' : ` (${renderer})`}`,
  nextBest: 'das nächstbeste nach WebGL',
  fallback: 'der schlichte Ausweg, langsam, aber immer da',
  noWebgl: 'dieser Browser bietet hier kein WebGL 2',
  softwareWebgl: (renderer) =>
    `kein echter Grafikprozessor gefunden; WebGL ist hier Software${renderer === '' ? '' : ` (${renderer})`}`,
  noneStarted: (why) =>
    `Kein Rechenwerk ließ sich starten, deshalb kann hier nichts trainiert werden. ${why} Einen anderen Browser versuchen oder die Seite neu laden.`,
  notStarted: (backend, why) => `${backend} startete nicht: ${why}`,
  notAvailable: (backend) => `${backend} gibt es auf diesem Gerät nicht.`,
  codeLate: 'er kam nicht rechtzeitig',
  codeMissing: (why) =>
    `Der Teil der Seite, der trainiert, ließ sich nicht laden (${why}). Die Verbindung prüfen und dann „Zurücksetzen“ drücken: Er wird noch einmal angefordert.`,
  late: (backend) =>
    `${backend} ist nicht rechtzeitig gestartet: Seine Dateien sind nicht angekommen.`,
  noWebAssembly:
    'WebAssembly ist in diesem Browser abgeschaltet oder von der Website verboten, die diese Seite zeigt.',
  halfFloats:
    'WebGL rechnet hier nur mit Gleitkommazahlen von 16 Bit; das ist zu grob zum Trainieren.',

  slower: () => 'Es ist langsamer, als es sein könnte: WebAssembly hat auf diesem Gerät kein SIMD.',
  miscompiles: (fault) =>
    `Der Grafiktreiber hier rechnet unsere Programme falsch (${fault}), deshalb treten schlichte Operationen von tfjs an ihre Stelle`,
  offBy: (what, percent) => `${what} weicht um ${percent}\u00a0% ab`,
  wrong: (backend, fault) => `${backend} rechnet hier falsch: ${fault}.`,
  textureTooSmall: `Die Netze passen nicht in eine Textur dieses Grafiktreibers: ${SMALLER}.`,
  graphicsMemory: (gib) =>
    `Die Netze brauchen etwa ${formatPlain(gib)}\u00a0GiB Grafikspeicher: ${SMALLER}.`,
  memory: (mib) =>
    `Die Netze brauchen ${formatPlain(mib)}\u00a0MiB Speicher, mehr als da ist: ${SMALLER}.`,

  notTimed: (why) => `Nicht gemessen: ${why}.`,
  notTimedCpu: (best) =>
    `Nicht gemessen: Ein Schritt in schlichtem JavaScript dauert ein Vielfaches der ${best} des besten.`,

  contextTaken: 'der Grafiktreiber hat seinen Kontext entzogen',
  webglTaken: 'Der Grafiktreiber hat WebGL entzogen, deshalb übernimmt ein anderes Rechenwerk.',
  engineLost: (why, step) =>
    step > 0
      ? `${why} Die Einstellungen bleiben; die Lernverfahren werden noch einmal bis Schritt ${formatCount(step)} trainiert.`
      : `${why} Die Einstellungen bleiben.`,
  kept: (step, at) =>
    `Dieser Lauf war bei Schritt ${formatCount(step)}, als er verlassen wurde (${formatMoment(at)}).`,
  goOn: (step) => `Ab Schritt ${formatCount(step)} weitermachen`,
  keptGone: () => 'Was von diesem Lauf gespeichert war, ist nicht mehr da; er bleibt, wie er ist.',
  keptDamaged: (step) =>
    `Was von diesem Lauf bis Schritt ${formatCount(step)} gespeichert war, ist beschädigt und wurde verworfen. Das Training beginnt von vorn, mit denselben Zahlen.`,
  keptLater: (step) =>
    `Eine spätere Version dieser Seite hat diesen Lauf bis Schritt ${formatCount(step)} so gespeichert, dass diese ihn nicht lesen kann. Neu laden holt die spätere Version.`,
  keptRefused: (why) =>
    `Dieser Browser speichert hier nichts (${why}); nach einem Neuladen beginnt der Lauf von vorn. Alles andere geht.`,
  keptTooLarge: (size, most) =>
    `Dieser Lauf braucht ${formatCount(size)}\u00a0MiB, mehr als die ${formatCount(most)}\u00a0MiB, die zwischen zwei Besuchen gespeichert werden: Nach einem Neuladen beginnt er von vorn. Weniger Seeds oder eine kleinere Breite passen.`,
  helperLost: (why) =>
    `Ein Worker, der einige der Seeds trainierte, hat aufgehört (${why}). Seine Seeds werden in einem einzigen Worker noch einmal trainiert, von ihrem letzten Speicherstand an: Das dauert eine Weile und ändert keine Zahl.`,
};
