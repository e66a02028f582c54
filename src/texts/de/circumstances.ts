import type { circumstances as english } from '../circumstances';
import { formatCount, formatList, formatPlain, formatShare, formatValue } from '../format';

export const circumstances: ReturnType<typeof english> = {
  online: (names) =>
    names.length === 1
      ? `${names[0]} hat selbst in der Welt probiert: Was es glaubt und tut, kommt nicht mehr allein aus den Daten.`
      : `${formatList(names)} haben selbst in der Welt probiert: Was sie glauben und tun, kommt nicht mehr allein aus den Daten.`,
  oracle: (names) =>
    `Im Zielwert von ${formatList(names)} ist die Wahrheit eingesetzt: Ist ein Traum weg, so kam er von den Paaren, die nun die Wahrheit haben. Wonach gehandelt wird, ist weiterhin gelernt und kann so falsch sein wie zuvor.`,
  noReward:
    'Keine Zeile dieser Daten trägt eine Belohnung: Nichts darin sagt, was sich lohnt, und niemand kann es lernen.',
  planFails: ({ rows, share, slips }) =>
    slips
      ? `Jeder Schritt ist hier zum Teil Glück, und ${formatCount(rows)} Zeilen zeigen es zu selten: Selbst exaktes Planen auf ihnen erzielt ${formatShare(share)} dessen, was sie zulassen.`
      : `Selbst exaktes Planen auf diesen ${formatCount(rows)} Zeilen erzielt ${formatShare(share)} dessen, was sie zulassen: Wo sie enden, raten alle.`,
  allTried: (untried, share) =>
    untried === 0
      ? 'Jede Aktion wurde überall probiert: Es gibt nichts zu extrapolieren und nichts, wovon DQN träumen könnte.'
      : `Wo die Daten waren, wurden nur ${formatCount(untried)} Aktionen (${formatShare(share)}) nie probiert: Es gibt wenig, wovon DQN träumen könnte.`,
  crowdIsRight: (share, mostOften) =>
    mostOften
      ? `Was diese Daten am häufigsten taten, ist schon gut: Immer das zu tun erzielt ${formatShare(share)} dessen, was sie zulassen, sodass niemand viel besser sein kann als die wahrscheinlichste Aktion von BC.`
      : `Was diese Daten taten, ist schon gut: Es genau nachzuahmen erzielt ${formatShare(share)} dessen, was sie zulassen, sodass niemand viel besser sein kann als BC.`,
  penaltyWeak: (alpha) =>
    alpha < 0.1
      ? `Mit α = ${formatPlain(alpha)} wirkt der Strafterm kaum: CQL ist DQN unter anderem Namen.`
      : `Mit α = ${formatPlain(alpha)} ist der Strafterm schwach: CQL glaubt von dem, was nie probiert wurde, vielleicht etwas zu viel.`,
  penaltyStrong: (alpha) =>
    alpha < 5
      ? `Mit α = ${formatPlain(alpha)} wiegt der Strafterm gegen die Belohnungen so schwer, dass CQL den gefundenen Weg wieder verlieren kann.`
      : `Mit α = ${formatPlain(alpha)} ertränkt der Strafterm die Belohnungen: CQL tut, was die Daten am häufigsten taten.`,
  slow: (looks, rate) =>
    `Bei einer Lernrate von ${formatPlain(rate)} und ${formatCount(looks)} Blicken auf jede Zeile hat der Strafterm noch nicht alles nach unten gedrückt, was niemand probiert hat: weiter trainieren.`,
  scale: (pinned, automatic) =>
    `Die Lernverfahren sehen Belohnungen mal ${formatPlain(pinned)} statt mal ${formatPlain(automatic)}: Neben Werten anderer Größe bedeuten α, β und die Lernrate etwas anderes.`,
  maxBackup:
    'Mit dem Max-Backup wird der Schub des Strafterms nach oben bei jedem Schritt weitergereicht: CQL muss nicht nüchtern bleiben.',
  expectile: (tau) =>
    tau < 0.65
      ? `Mit τ = ${formatPlain(tau)} ist das V von IQL kaum mehr als das Mittel dessen, was getan wurde: Es bewertet die Menge, nicht ihr Bestes.`
      : `Mit τ = ${formatPlain(tau)} entscheiden wenige Zeilen über das V von IQL: Es lernt langsam und hält Glück für Können.`,
  cloning: (beta) =>
    `Mit β = ${formatPlain(beta)} neigt die Strategie von IQL kaum zu den besseren Zeilen: Sie ist fast BC.`,
  coordinates:
    'Zwei Koordinaten können die beiden Seiten einer Wand nicht unterscheiden: Was auf der einen gelernt wird, wird auf der anderen geglaubt, und alle Werte verschwimmen.',
  restsPoor: (name, share) =>
    `Selbst mit einer Tabelle statt eines Netzes und endlosem Training würde ${name} nur ${formatShare(share)} dessen erzielen, was diese Daten zulassen.`,
  restsMeek: (believes, optimal) =>
    `Der Strafterm nimmt hier den größten Teil des Werts: Selbst mit einer Tabelle und endlosem Training würde CQL an ${formatValue(believes)} von möglichen ${formatValue(optimal)} glauben.`,
};
