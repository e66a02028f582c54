import type { article as english } from '../article';

export const article: ReturnType<typeof english> = {
  title: 'Der Artikel',
  contents: 'Inhalt des Artikels',
  back: 'Zurück zum Text',
  formula: 'Formel',
  symbol: (glyph, name) => `${glyph}, ${name}`,
  table: 'Tabelle',
  marks: { fine: 'in Ordnung', fails: 'bricht ab', degenerates: 'entartet', wrong: 'falsch' },
  notMeasured: 'noch nicht gemessen',
  live: (name, value) => `${name}: ${value}`,
  show: (place) => `Zeigen: ${place}`,
  click: (place) => `Ein Klick zeigt es: ${place}.`,

  dock: 'Die Seite im Kleinen neben dem Text',
  run: 'Starten',
  pause: 'Pause',
  runAgain: 'Von vorn',
  runHere: 'Das Training von hier aus starten',
  pauseHere: 'Das Training von hier aus anhalten',
  runAgainHere: 'Das Training von hier aus von vorn beginnen',
  beside: (learner) => `${learner} neben dem Text`,
  owner: (learner) => `Neben dem Text, ${learner}`,
  key: '○ was es zu erzielen glaubt · ● was es erzielt',
};
