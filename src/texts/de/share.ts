import type { share as english } from '../share';

export const share: ReturnType<typeof english> = {
  title: 'In eine Seite einbetten',
  close: 'Das Einbetten schließen',
  intro:
    'Offgrid, wie es jetzt dasteht, in einer eigenen Seite. Auswählen, was gezeigt wird, und den Code kopieren.',
  panels: 'Bereiche',
  panel: {
    world: 'Welt und Daten',
    learners: 'Lernverfahren',
    evidence: 'Belege',
    verdict: 'Urteil',
  },
  noPanel: 'Mindestens einen wählen. Bis dahin zeigt der Code die Lernverfahren und das Urteil.',
  controls: 'Bedienung',
  control: {
    run: 'Starten',
    step: 'Schritt',
    reset: 'Zurücksetzen',
    layer: 'Ansicht der Karten',
    knobs: 'Regler',
  },
  fixed: 'Was nicht bedient werden kann, behält den Wert, den es jetzt hat.',
  still:
    'Ohne „Starten“ und „Schritt“ lässt sich nicht trainieren: Die Einbettung bleibt bei Schritt 0, es sei denn, sie beginnt beim jetzigen.',
  stillAtZero:
    'Ohne „Starten“ und „Schritt“ lässt sich nicht trainieren: Die Einbettung bleibt bei Schritt 0. Zuerst trainieren, damit sie bei einem späteren Schritt beginnen kann.',
  arrived:
    'Ohne „Starten“ und „Schritt“ trainiert die Einbettung von selbst bis zu diesem Schritt und bleibt dort.',
  needsLearners: 'Die letzten beiden gehören zu den Lernverfahren, die nicht gezeigt werden.',
  begin: (step) => `Bei diesem Schritt beginnen (${step})`,
  beginning: 'Die Einbettung trainiert von selbst bis dorthin, sobald sie zu sehen ist.',
  atZero: 'Der Lauf steht bei Schritt 0, wo jede Einbettung beginnt.',
  theme: 'Farbschema',
  system: 'Wie das System',
  paper: { light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  size: 'Größe',
  preset: { small: '600 × 400', medium: '900 × 600', full: 'Ganze Breite', own: 'Andere' },
  width: 'Breite',
  height: 'Höhe',
  pixels: 'px',
  wholeWidth: '100\u00a0%',
  unreadable: (used) => `Keine Anzahl Pixel; im Code steht ${used}.`,
  tooNarrow: (used) => `Die Breite muss mindestens ${used} Pixel betragen; im Code steht ${used}.`,
  tooLow: (used) => `Die Höhe muss mindestens ${used} Pixel betragen; im Code steht ${used}.`,
  tooLarge: (used) => `Höchstens ${used} Pixel; im Code steht ${used}.`,
  narrow: (width) =>
    `In einer Spalte von weniger als ${width} Pixeln, etwa auf einem Telefon, steht dort stattdessen ein Link zur Seite.`,
  preview: 'Vorschau',
  frame: 'Vorschau der Einbettung',
  shown: (width, height, share) =>
    `${width ?? 'ganze Breite'} × ${height} Pixel${share === null ? '' : `, verkleinert auf ${share}`}`,
  code: 'Code',
  copy: 'Code kopieren',
  copied: 'Kopiert. In das HTML der eigenen Seite einfügen.',
  refused: (keys) =>
    `Der Browser lässt die Seite nicht kopieren. Der Code ist markiert: ${keys} drücken.`,
  keptData:
    'Die Zeilen stammen aus einer Datei, die nur dieser Browser aufbewahrt. Wer die Einbettung sieht, hat sie nicht: Dort werden die Zeilen von der Verhaltensstrategie gesammelt, und die Einbettung sagt es.',
  local:
    'Diese Seite kommt vom eigenen Computer, und ebenso die Adresse im Code: Andere können sie nicht öffnen. Den Code von der veröffentlichten Seite nehmen.',
  sandbox:
    'Wo eine Website Rahmen in eine Sandbox setzt, funktioniert alles mit {flags}. Ohne allow-same-origin bleibt zwischen Besuchen nichts erhalten, und der Server muss seine Dateien für andere Ursprünge freigeben; ohne allow-popups führt der Link zur ganzen Seite nirgends hin.',
};
