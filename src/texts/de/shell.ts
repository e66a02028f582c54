import type { shell as english } from '../en/shell';

export const shell: typeof english = {
  documentTitle: 'Offgrid – Offline Reinforcement Learning, daneben die Wahrheit',
  tagline: 'Offline Reinforcement Learning, daneben die Wahrheit',
  readArticle: 'Zum Artikel',
  scenario: 'Szenario',
  lessons: 'Lektionen',
  present: 'Vorführen',
  gallery: 'Galerie',
  share: 'Teilen',
  shareHint: 'Einen Link kopieren, der genau dies wiederherstellt',
  linkCopied: 'Link kopiert: Er stellt genau dies wieder her.',
  linkRefused: 'Der Browser lässt die Seite nicht kopieren; der Link steht in der Adresszeile.',
  embed: 'In eine Seite einbetten …',
  moreSettings: 'Mehr Einstellungen',
  settings: 'Einstellungen',
  toDark: 'Zum dunklen Farbschema',
  toLight: 'Zum hellen Farbschema',
  language: 'Sprache',
  languageLost: (name) =>
    `Die Texte auf ${name} liessen sich nicht laden; die Seite bleibt, wie sie ist. Mit Verbindung noch einmal versuchen.`,
  notices: 'Hinweise',
  dismiss: (message) => `Verwerfen: ${message}`,
  lookFor: 'Worauf achten:',
  ownGround: 'Eigene Welt oder eigene Daten.',
  beganElsewhere: (title) => `Das Szenario «${title}» begann mit anderen.`,
};
