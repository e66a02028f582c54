import type { formats as english } from '../formats';

export const formats: ReturnType<typeof english> = {
  csv: {
    label: 'CSV',
    help: 'Eine Tabelle mit einer Zeile pro Übergang, für Tabellenprogramme, R und pandas; sie lässt sich hier wieder importieren.',
  },
  json: {
    label: 'JSON',
    help: 'Dieselben Spalten mit der Welt, zu der sie gehören, sodass es mit seiner Karte wieder importiert wird.',
  },
  npz: {
    label: 'NumPy',
    help: 'Flache Arrays unter den Namen von D4RL und d3rlpy, mit der Welt und den exakten Werten; lässt sich hier wieder importieren.',
  },
  minari: {
    label: 'Minari',
    help: 'Ein gepackter Ordner mit HDF5 im Aufbau von Minari, mit T + 1 Beobachtungen pro Episode und den exakten Werten.',
  },
  notebook: {
    label: 'Notebook (in Python öffnen)',
    help: 'Ein Jupyter-Notebook, darin der Datensatz, die Welt als Umgebung für Gymnasium, ihre exakten Werte und diese Lernverfahren für d3rlpy und in PyTorch.',
  },
};
