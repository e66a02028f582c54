import { formatPlain } from '../format';
import type { notices as english } from '../notices';

const plain = (value: string | number) => (typeof value === 'number' ? formatPlain(value) : value);

export const notices: ReturnType<typeof english> = {
  about: (key, clause) => `${key}: ${clause}.`,
  more: (count) => `${count} weitere Einstellungen wurden berichtigt oder übergangen.`,

  list: 'eine Liste',
  object: 'ein Objekt',
  thing: (type) => `etwas vom Typ ${type}`,

  notNumber: (given, used) => `${given} ist keine Zahl; es gilt ${plain(used)}`,
  notNumberOr: (other) => (given, used) =>
    `${given} ist weder eine Zahl noch „${other}“; es gilt ${plain(used)}`,
  outside: (given, min, max, unit, used) =>
    `${given} liegt außerhalb von ${plain(min)} bis ${plain(max)}${unit ? ` (${unit})` : ''}; es gilt ${plain(used)}`,
  notWhole: (given, used) => `${given} ist keine ganze Zahl; es gilt ${plain(used)}`,
  notOneOf: (given, options, used) => `${given} ist keines von ${options}; es gilt ${plain(used)}`,
  notOneOfBut: (given, nearest, options, used) =>
    `${given} gibt es nicht. War ${nearest} gemeint? Es gibt ${options}; es gilt ${plain(used)}`,
  notBoolean: (given, used) => `${given} ist weder true noch false; es gilt ${plain(used)}`,
  notText: (given) => `${given} ist kein Text; es gilt die Vorgabe`,
  textRefused: (why) => `${why}; es gilt die Vorgabe`,
  textTooLong: (length, most) => `der Text ist ${length} Zeichen lang, erlaubt sind ${most}`,
  packedTooLong: (most) => `der komprimierte Text ist länger als die erlaubten ${most} Zeichen`,
  packedBroken: 'der komprimierte Text ist abgeschnitten oder wurde unterwegs verändert',

  notLearners: (given, used) => `${given} ist keine Liste von Lernverfahren; es gilt ${used}`,
  notLearner: (given, kinds) =>
    `${given} ist kein Lernverfahren; das sind ${kinds.slice(0, -1).join(', ')} und ${kinds.at(-1)}, auch mit einem Zusatz wie in cql-2; es bleibt weg`,
  listedTwice: (given) => `${given} ist zweimal genannt; es trainiert einmal`,
  mostLearners: (most, given) => `mehr als ${most} Lernverfahren gehen nicht; ${given} bleibt weg`,
  notOn: (given, on) =>
    `${given} ist keines der Lernverfahren, die trainieren (${on}); es handelt nicht`,
  noLearner: (used) => `kein Lernverfahren bleibt übrig; es gilt ${used}`,
  notAmong: (given) =>
    `${given} ist nicht unter den Lernverfahren; die Einstellung wird übergangen`,
  unknown: 'eine solche Einstellung gibt es nicht; sie wird übergangen',
  behaviorRefused: (why, used) => `${why} Es gilt ${used}`,
  noDataset: (used) => `in data.file ist kein Datensatz genannt; es gilt ${used}`,

  moreEntries: (count) =>
    count === 1
      ? 'ein weiterer Eintrag davon ließ sich nicht nehmen, wie er dasteht'
      : `${count} weitere Einträge davon ließen sich nicht nehmen, wie sie dastehen`,
  mapRefused: (why) => `${why} Es gilt die eigene Karte der Welt`,
  mixtureRefused: (why, used) => `${why}; es gilt ${used}`,
  notHash: (given) =>
    `${given} ist nicht der Hash eines Datensatzes, der 16 hexadezimale Ziffern hat; es gilt keiner`,

  notMoment: (given) => `${given} ist kein Schritt; der Lauf steht bei Schritt 0`,
  notGuess: (given) => `${given} ist kein Lernverfahren dieses Laufs; es bleibt weg`,

  editLeftOut: (why) => `${why}; diese Änderung bleibt weg`,
  notEdit: (given) => `${given} hat nicht die Form step:key:value`,
  notStep: (given) => `${given} ist kein Schritt`,
  notSetting: (given) => `${given} ist keine Einstellung dieses Laufs`,
  notLive: (given) => `${given} lässt sich während des Trainings nicht ändern`,
  notValue: (given, key) => `${given} ist kein Wert von ${key}`,
  editFault: (step, key, fault) => `bei Schritt ${step}, ${key}: ${fault}`,
  mostEdits: (most, left) => `mehr als ${most} gehen nicht; ${left} bleiben weg`,

  partWithoutValue: (part) => `Der Teil ${part} des Links hat keinen Wert; er wird übergangen.`,
  partNotEncoded: (part) =>
    `Der Teil ${part} des Links ist nicht gültig prozentkodiert; er wird übergangen.`,
  otherVersion: (version, own) =>
    `Der Link ist von Version ${version}, diese Seite liest Version ${own}: Was sie kennt, ist wiederhergestellt; bitte mit der Quelle des Links vergleichen.`,
  notVersion: (given, own) =>
    `${given} ist keine Version von Links; der Link wird als Version ${own} gelesen.`,
  firstEdition:
    'Dieser Link ist aus der ersten Ausgabe. Seither sehen die Lernverfahren skalierte Belohnungen, sodass α, β und die Lernrate anders wirken, Läufe enden, wo sie zur Ruhe kommen, und Szenarien und Vorgaben sind neu: Was er nennt, ist wiederhergestellt, sein Bild kann abweichen.',
  otherEdition: (edition, own) =>
    `Der Link ist aus Ausgabe ${edition}, diese Seite aus Ausgabe ${own}: Was er nennt, ist wiederhergestellt, sein Bild kann abweichen.`,
  farMoment: (step) =>
    `Der Link entstand bei Schritt ${step}, und dorthin zu trainieren dauert lange. Der Lauf wartet am Anfang, bis es gewünscht wird.`,
  linkMended: (link) =>
    `Der Link war unterwegs verändert worden, wie es Mail- und Chatprogramme tun. Er wurde als ${link} gelesen.`,
  linkRefused: (link, why) =>
    `Nichts im Link „${link}“ ließ sich lesen, deshalb bleiben die Einstellungen, wie sie sind. Erster Fehler: ${why}`,
};
