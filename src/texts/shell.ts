import { area } from './current';

/** The top of the page. */
export const shell = area('shell', {
  documentTitle: 'Offgrid — offline reinforcement learning, with the truth beside it',
  tagline: 'offline reinforcement learning, with the truth beside it',
  skip: 'Skip to the playground',
  readArticle: 'Read the article',
  articlePlace: 'Article below the playground',
  articleWaiting: 'The article is being laid out …',
  scenario: 'Scenario',
  lessons: 'Lessons',
  present: 'Present',
  gallery: 'Gallery of scenarios …',
  share: 'Share',
  shareHint: 'Copy a link that restores exactly this',
  linkCopied: 'Link copied: it restores exactly this.',
  linkRefused: 'The browser does not let the page copy; the link is in the address bar.',
  embed: 'Embed in a page …',
  more: 'More',
  settings: 'All settings …',
  theme: 'Theme',
  light: 'Light',
  dark: 'Dark',
  language: 'Language',
  languageLost: (name: string) =>
    `The texts in ${name} could not be loaded; the page stays as it is. Try again when the connection is back.`,
  notices: 'Notices',
  dismiss: (message: string) => `Dismiss: ${message}`,
  trainThere: 'Train there',
  lookFor: 'Look for:',
  ownGround: 'Your own world or data.',
  beganElsewhere: (title: string) => `The scenario “${title}” began from others.`,
});
