import { formatCount } from '../format';
import type { scenarios as english } from '../scenarios';

export const scenarios: ReturnType<typeof english> = {
  extrapolation: {
    title: 'Glauben, was nie zu sehen war',
    summary:
      'Die Hälfte der aufgezeichneten Wanderer kennt den Weg; die andere neigt immer nach links und kommt nirgends an. Vier Lernverfahren teilen sich ihre 800 Schritte.',
    lookFor:
      'Was jedes von den Aktionen glaubt, die niemand probiert hat, und ob es je ans Ziel kommt.',
  },
  'bc-ceiling': {
    title: 'Die Obergrenze von BC',
    summary:
      'Ein mittelmäßiger Wanderer findet das Ziel auf langen Umwegen; müssen seine Schüler sie auch gehen? Das hängt davon ab, wie man ihre Strategie liest.',
    lookFor:
      'Die beiden Lesarten von BC: was seine Verteilung erzielt und was seine wahrscheinlichste Aktion.',
  },
  stitching: {
    title: 'Zwei Hälften zusammennähen',
    summary:
      'Neun von zehn Episoden laufen vom Start in eine Sackgasse, eine von zehn kreuzt ihren Weg zum Ziel; keine geht vom Start zum Ziel.',
    lookFor:
      'Wer abbiegt, wo sich die beiden Wege kreuzen, im Durchgang zwischen den nördlichen Räumen.',
  },
  expert: {
    title: 'Daten eines Experten',
    summary: 'Ein Experte zeigt den kürzesten Weg, und nur den.',
    lookFor: 'Ob irgendwer mehr erzielt als BC, das nur kopiert.',
  },
  'everything-tried': {
    title: 'Wenn alles probiert wurde',
    get summary() {
      return `Ein kleines Labyrinth und ${formatCount(6000)} ziellose Schritte: Keine Aktion bleibt unversucht.`;
    },
    lookFor:
      'Was aus dem Fehler von DQN wird, wenn es keine nie gesehenen Aktionen gibt, und wer nun Letzter ist.',
  },
  'no-reward': {
    title: 'Keine Belohnung in den Daten',
    summary: 'Ziellose Schritte, die nie auf das Ziel treffen: Keine Zeile trägt eine Belohnung.',
    lookFor: 'Ob irgendein Verfahren ein Ziel findet, von dem seine Daten nie sprechen.',
  },
  'conservative-is-not-humble': {
    title: 'Konservativ ist nicht bescheiden',
    summary:
      'Die Daten des ersten Szenarios und dasselbe α, aber Belohnungen, wie die Welt sie zahlt; zwei CQL, eines mit dem Max-, eines mit dem Softmax-Backup.',
    lookFor:
      'Woran die beiden am Ende glauben, und wo ihre Tabellen ruhen würden: die gestrichelten Linien.',
  },
  'too-careful': {
    title: 'Zu vorsichtig',
    summary:
      'Zwei CQL auf den Daten der gekreuzten Wege, eines mit α 1, eines mit α 30: Wie viel Vorsicht ist zu viel?',
    lookFor: 'Welches von beiden es wagt, den Weg zu verlassen, den die meisten Daten nehmen.',
  },
  cliff: {
    title: 'Die Klippe',
    summary:
      'Jeder Schritt kostet 1, ein Sturz 100; der Wanderer kennt den Weg am Rand entlang und stolpert bei drei von zehn Schritten.',
    lookFor:
      'Was DQN von Wegen hält, die niemand ging, wie nah am Rand die anderen gehen, und was BC dafür zahlt, dass es auch stolpert.',
  },
  'slippery-lake': {
    title: 'Der glatte See',
    get summary() {
      return `Auf dem Eis gehen zwei von drei Zügen daneben: Was einmal geschah, sagt wenig über das, was getan wurde, und es braucht ${formatCount(20_000)} Zeilen, bis es genug sagt.`;
    },
    lookFor:
      'Wie oft jedes ankommt: Die beste Strategie, die es gibt, schafft es in drei von vier Fällen, der Rest ist Glück.',
  },
  'sketch-trap': {
    title: 'Das logsumexp über eine einzige Zahl',
    summary:
      'Zwei CQL nebeneinander: der exakte Strafterm und die verbreitete Skizze, die eine zufällige Aktion zieht, sodass ihr logsumexp die Identität ist.',
    lookFor: 'Ihre Werte dort, wo die Daten schweigen, und der Strafterm unter den Verlusten.',
  },
  'let-it-try': {
    title: 'Probieren lassen',
    summary:
      'Das erste Szenario bis Schritt 3.000; von da an darf jedes Lernverfahren in der Welt gehen, einen Zug je Trainingsschritt, und aus dem lernen, was ihm geschieht.',
    lookFor: 'Woran jedes glaubt und was es erzielt, vor Schritt 3.000 und danach.',
  },
};
