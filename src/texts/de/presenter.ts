import type { presenter as english } from '../presenter';

export const presenter: ReturnType<typeof english> = {
  acts: {
    title: {
      title: 'Lernen aus einer eingefrorenen Vergangenheit',
      line: 'Offline Reinforcement Learning, und warum es schwer ist.',
      notes: [
        '→ oder der Klicker geht weiter, ← geht zurück. R lässt laufen und hält an, X setzt zurück, N öffnet dieses Fenster.',
        'Nichts davon ist eine Aufzeichnung: Die Lernverfahren trainieren live, aus denselben Daten.',
      ],
    },
    data: {
      title: '800 Schritte, und nie einer mehr',
      line: 'Dunkel: oft probiert. Leer: nie probiert.',
      notes: [
        'Die Hälfte der Wanderer kennt den Weg und stolpert bei drei von zehn Schritten; die andere Hälfte zieht es immer nach links, und sie kommt nirgends an.',
        'Auf die leeren Dreiecke zeigen. Die meisten Paare wurden nie probiert. Fragen, woher die Daten in der Medizin oder beim autonomen Fahren kommen.',
        'Die Zahlen sind exakt: was der Wanderer erzielt, das Beste innerhalb der Daten, das Bestmögliche.',
      ],
    },
    ask: {
      title: 'Welches der vier kommt ans Ziel?',
      line: 'DQN · CQL · IQL · BC: gleiche Zeilen, Reihenfolge und Netze.',
      notes: [
        'Für jedes die Hände heben lassen. Die Zahlen an die Tafel schreiben: Im Gedächtnis bleibt, worauf man sich festgelegt hat.',
        'Dann weitergehen und R drücken.',
      ],
    },
    run: {
      title: 'Sie lernen. Und so laufen sie.',
      line: 'Pink: glaubt zu viel. Grün: zu wenig. Schraffiert: nie probiert.',
      notes: [
        'Jetzt R drücken. Es dauert ein paar Sekunden.',
        'DQN glüht und läuft im Kreis oder gegen eine Wand; CQL und IQL nehmen den kurzen Weg; BC folgt einer Menge, die es nach links zieht, und erzielt einen Bruchteil davon.',
        'Mit den erhobenen Händen vergleichen.',
      ],
    },
    belief: {
      title: 'DQN glaubt ans Unmögliche',
      line: 'Farbig: wo sein Glaube die Wahrheit verlässt. Wenige Aktionen, die niemand probierte.',
      notes: [
        'Ring: was es glaubt, mehr als irgendeine Strategie erzielen kann. Scheibe: was es erzielt, nichts. Der letzte Strich ist das Bestmögliche.',
        'Online ginge es dorthin, würde enttäuscht und korrigierte sich. Offline geht niemand hin.',
        'Die Karte zerlegt den Abstand exakt: Fast der ganze sitzt in einer Handvoll Paaren, die niemand probiert hat. Am Ende seines Wegs steht DQN vor einer Wand oder läuft im Kreis und glaubt daran.',
      ],
    },
    why: {
      title: 'Das Maximum sucht die Fehler',
      line: 'y = r + γ max Q̄(s′, ·): Die grösste von vier Schätzungen ist meist eine zu hohe.',
      notes: [
        'Schätzungen irren nach beiden Seiten. Das Maximum nimmt die grösste, trägt sie zurück, und der nächste Zustand erbt sie.',
        'Die Kurve: Q̂ minus die Wahrheit, auf Aktionen, die in den Daten nie vorkommen.',
        'Für die Rechnung einer einzelnen Zeile nach der Vorlesung das Mikroskop in der Werkbank öffnen.',
      ],
    },
    cql: {
      title: 'CQL: dem Ungesehenen misstrauen',
      line: 'Alle Aktionen nach unten drücken, die aus den Daten wieder nach oben.',
      notes: [
        'Der Strafterm ist logsumexp Q(s,·) − Q(s,a): exakt über die Aktionen.',
        'Bei nie probierten Aktionen endet die blaue Linie im Mittel unter null. Ihr Vorzeichen bedeutet etwas, ihre genaue Tiefe nicht.',
        'Die untere Schranke betrifft erwartete Werte und gilt unter Bedingungen.',
      ],
    },
    iql: {
      title: 'IQL: gar nicht erst danach fragen',
      line: 'V ist ein Expektil des Probierten; die Strategie ahmt die besseren Zeilen nach.',
      notes: [
        'Daneben BC, der schlichtere Verwandte: BC ahmt alle Zeilen nach, IQL die besseren.',
        'Gleiches mit Gleichem vergleichen: nach der Verteilung wie nach der wahrscheinlichsten Aktion kommt IQL an, und BC erzielt einen Bruchteil davon. Was die andere Lesart erzielt, steht in Klammern.',
        'Nirgends ein Maximum über Aktionen: nichts, was sich ausnutzen liesse.',
      ],
    },
    returns: {
      title: 'Was sie glauben und was sie erzielen',
      line: 'Gestrichelt: geglaubt. Durchgezogen: erzielt, exakt.',
      notes: [
        'Nur weil diese Welt endlich ist, lässt sich beides zeichnen. In der Praxis gibt es keine durchgezogene Linie.',
        'Fragen: Wonach würde man ein Verfahren wählen, wenn man nur die gestrichelten Linien sähe?',
      ],
    },
    dial: {
      title: 'Konservativ ist nicht bescheiden',
      line: 'Dasselbe α, rohe Belohnungen: Ein CQL glaubt ans Zehnfache, eines an weniger als nichts.',
      notes: [
        'Dieser Akt ist ein anderes Szenario: R drücken.',
        'Für Werte von einem Drittel ist α = 1 ein Riese. Mit dem Max-Backup summiert sich, was nach oben gedrückt wird, mit dem Softmax-Backup, was nach unten gedrückt wird; keines findet den Weg. α bedeutet nur neben der Grösse der Belohnungen etwas.',
        'Kein Verfahren gewinnt immer. Hier enden, oder die Seite für die Studierenden öffnen: Der Link steht in der Adresszeile.',
      ],
    },
  },
  lecture: (act, acts, title) => `Vorlesung, Akt ${act} von ${acts}: ${title}`,
  actOf: (act, acts) => `Akt ${act} von ${acts}`,
  training: (step) => `trainiert, Schritt ${step}`,
  notTrained: 'noch nicht trainiert',
  keys: '{back} {next} Akte · {run} laufen · {reset} zurücksetzen · {notes} Notizen · {leave} verlassen',
  windowRefused:
    'Der Browser hat kein zweites Fenster geöffnet. Pop-ups für diese Seite erlauben und noch einmal N drücken.',
  notesTitle: 'Notizen zur Vorlesung · Offgrid',
  next: (title) => `Als Nächstes: ${title}`,
  lastAct: 'Das ist der letzte Akt.',
  walkerEarns: 'der Wanderer erzielt',
  bestInData: 'das Beste in den Daten',
  bestPossible: 'das Bestmögliche',
};
