import { formatCount } from '../format';
import type { unreadable as english } from '../unreadable';

const DAMAGED = 'Das Archiv ist beschädigt oder abgeschnitten';

export const unreadable: ReturnType<typeof english> = {
  summary: (why) => `Die Datei lässt sich nicht importieren. ${why}`,
  empty: 'Die Datei ist leer.',
  tooLarge: (size, most) => `Sie hat ${size}\u00a0MB; gelesen werden Dateien bis ${most}\u00a0MB.`,
  fileTooLarge: (name, size, most) =>
    `${name} hat ${formatCount(size)}\u00a0MB; gelesen werden Dateien bis ${most}\u00a0MB. Nichts wurde importiert.`,
  fileLost: (name) =>
    `${name} ließ sich nicht lesen. Ist die Datei noch da und seither unverändert?`,
  hdf5Nothing:
    'Die HDF5-Datei enthält keine Aktionen neben Zuständen und Belohnungen, ist also kein Datensatz, der hier bekannt ist (D4RL, Minari, robomimic).',
  hdf5Damaged: (reason) => `Die HDF5-Datei lässt sich nicht lesen: ${reason}`,
  hdf5Large: (name) => `Das Array ${name} der HDF5-Datei ist zu groß, um hier gelesen zu werden.`,
  npy: 'Es ist ein einzelnes Array (.npy) ohne benannte Felder; alle Spalten zusammen speichern: np.savez("data.npz", observations=…, actions=…, rewards=…).',
  npyObjects:
    'Sie enthält Objekte von Python (.npy), die nie gelesen werden, weil Lesen ausführt, was darin steht. Die Zeile, die ein dict von Arrays richtig speichert, nach import numpy as np: np.savez("data.npz", **np.load("file.npy", allow_pickle=True).item()) .',
  gzip: 'Sie ist mit gzip komprimiert; zuerst entpacken.',
  pickle:
    'Es ist ein Pickle von Python, das nie gelesen wird, weil Lesen ausführt, was darin steht. In Python: import pickle, numpy as np; d = pickle.load(open("file.pkl", "rb")); dann np.savez("data.npz", **d) für ein dict von Arrays, d.to_csv("data.csv") für eine Tabelle von pandas.',
  parquet: 'Es ist eine Parquet-Datei; die Tabelle als CSV speichern.',
  pdf: 'Es ist ein PDF-Dokument.',
  picture: 'Es ist ein Bild.',
  unknown:
    'Es ist weder ein Text noch ein Archiv von Arrays noch sonst etwas, das hier gelesen wird: CSV, JSON, .npz, HDF5.',

  noColumns:
    'Die erste Zeile nennt keine Spalte, die hier bekannt ist. Sie muss die Spalten nennen, etwa „state,action,reward,nextState“.',
  missing: (missing, found, inHeader) => {
    const list = [
      ...(missing.state ? ['den Zustand (state oder row und col)'] : []),
      ...(missing.action ? ['die Aktion (action)'] : []),
      ...(missing.reward ? ['die Belohnung (reward)'] : []),
    ];
    const names = found === '' ? '' : inHeader ? ` Sie nennt ${found}.` : ` Sie hat ${found}.`;
    return `Die Datei hat keine Spalte für ${list.join(' und ')}.${names} Ein Datensatz braucht state (oder row und col), action und reward.`;
  },
  fieldOfWidth: (name, width, field) =>
    `${name} hat ${formatCount(width)} Zahlen pro Zeile, und das bedeutet beim Feld ${field} nichts.`,

  tooDeep: 'Die Datei ist kein Datensatz: Ihre Listen sind zu tief verschachtelt.',
  notJson: (reason) => `Die Datei ist kein gültiges JSON: ${reason}.`,
  noNames:
    'Die Zeilen sind Listen ohne Namen; nichts sagt, was wo steht. Mit Namen speichern; in pandas: df.to_json("data.json", orient="records").',
  noShape: 'Die Datei ist kein Datensatz: Sie enthält weder Spalten noch eine Liste von Zeilen.',
  otherVersion: (version) =>
    `Die Datei hat Version ${version} des Datensatzformats; lesbar ist nur Version 1.`,
  columnLengths: (one, rows, other, otherRows) =>
    `Die Spalten sind nicht gleich lang: ${one} hat ${formatCount(rows)} Zeilen, ${other} ${formatCount(otherRows)}.`,

  spreadsheet:
    'Die Datei ist eine Tabellenkalkulation oder ein Dokument; die Tabelle als CSV speichern und diese Datei importieren.',
  noArrays: 'Das Archiv enthält keine Arrays von numpy (.npy), ist also keine .npz-Datei.',
  axes: (name, axes) =>
    `Das Array ${name} hat ${axes} Achsen; eine Spalte eines Datensatzes hat eine oder zwei.`,
  arrayCut: (name, promised, there) =>
    `Das Array ${name} ist abgeschnitten: Sein Kopf verspricht ${formatCount(promised)} Byte, da sind ${formatCount(there)}.`,
  notArray: (name) => `${name} ist kein Array von numpy.`,
  headerCut: (name) => `Das Array ${name} ist abgeschnitten.`,
  header: (name) => `Der Kopf des Arrays ${name} ist nicht lesbar.`,
  objects: (name) =>
    `Das Array ${name} enthält Objekte von Python, die nie gelesen werden, weil Lesen ausführt, was darin steht. Die Zeile Python, die einfache Arrays speichert, nach import numpy as np: np.savez("plain.npz", **{k: np.concatenate([np.atleast_1d(x) for x in v]) if v.dtype == object else v for k, v in np.load("file.npz", allow_pickle=True).items()}) .`,
  notNumbers: (name) =>
    `Das Array ${name} enthält keine schlichten Zahlen; als ganze oder Gleitkommazahlen von 8 bis 64 Bit speichern.`,

  directoryMissing: `${DAMAGED}: Sein Verzeichnis fehlt.`,
  directory: `${DAMAGED}: Sein Verzeichnis ist nicht lesbar.`,
  checksum: (name) => `${DAMAGED}: Bei ${name} stimmt die Prüfsumme nicht.`,
  misplaced: (name) => `${DAMAGED}: ${name} ist nicht dort, wo das Verzeichnis sagt.`,
  incomplete: (name) => `${DAMAGED}: ${name} ist unvollständig.`,
  packed: (name) => `${DAMAGED}: ${name} lässt sich nicht entpacken.`,
  tooMuch: (name, size, most) =>
    `${name} wäre entpackt ${formatCount(size)}\u00a0MB groß; gelesen werden zusammen höchstens ${formatCount(most)}\u00a0MB.`,
  encrypted: (name) => `${name} ist verschlüsselt; die Arrays ohne Passwort speichern.`,
  method: (name) =>
    `${name} ist mit einem Verfahren gepackt, das hier nicht gelesen wird; numpy.savez oder numpy.savez_compressed verwenden.`,
  larger: (name) => `${name} ist größer als jede Datei, die hier gelesen wird.`,
};
