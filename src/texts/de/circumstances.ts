import type { circumstances as english } from '../en/circumstances';
import { formatCount, formatPlain, formatShare } from '../format';

export const circumstances: typeof english = {
  noReward:
    'Keine Zeile dieser Daten trägt eine Belohnung: Nichts darin sagt, was sich lohnt, und niemand kann es lernen.',
  planFails: ({ rows, share, slips }) =>
    slips
      ? `Jeder Schritt ist hier zum Teil Glück, und ${formatCount(rows)} Zeilen zeigen es zu selten: Selbst exaktes Planen auf ihnen erzielt ${formatShare(share)} dessen, was sie zulassen.`
      : `Selbst exaktes Planen auf diesen ${formatCount(rows)} Zeilen erzielt ${formatShare(share)} dessen, was sie zulassen: Wo sie enden, raten alle.`,
  allTried: (unseen) =>
    unseen === 0
      ? 'Jede Aktion wurde überall probiert: Es gibt nichts zu extrapolieren und nichts, wovon DQN träumen könnte.'
      : `Nur ${formatShare(unseen)} der Aktionen wurden nie probiert: Es gibt wenig, wovon DQN träumen könnte.`,
  crowdIsRight: (share) =>
    `Was diese Daten am häufigsten taten, ist schon gut: Es exakt zu imitieren erzielt ${formatShare(share)} dessen, was sie zulassen, sodass niemand viel besser sein kann als BC.`,
  penaltyOff: (alpha) =>
    `Mit α = ${formatPlain(alpha)} wirkt der Strafterm kaum: CQL ist DQN unter anderem Namen.`,
  penaltyDrowns: (alpha) =>
    `Mit α = ${formatPlain(alpha)} ertränkt der Strafterm die Belohnungen: CQL tut, was die Daten am häufigsten taten.`,
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
};
