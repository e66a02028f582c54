import type { engine as english } from '../engine';

export const engine: ReturnType<typeof english> = {
  title: 'Rechenwerk',
  trainsOn: 'Trainiert in einem Worker auf {backend}, mit {stack} ({implementation}).',
  implementation: (name) => `Stack „${name}“`,
  kinds: {
    webgl: 'Grafikprozessor',
    wasm: 'WebAssembly',
    cpu: 'JavaScript',
  },
  inUse: (kind) => `${kind}, in Gebrauch`,
  stacks: {
    simd: 'eigenem SIMD-Code',
    fused: 'eigenen Programmen für den Grafikprozessor',
    composed: 'zusammengesetzten tfjs-Operationen',
  },
  spread: (workers) => `Die Seeds sind auf ${workers} Worker verteilt.`,
  loading: 'Das Rechenwerk wird geladen; die Welt lässt sich solange ansehen.',
  better: (gain) => `{name} ${gain}; in Gebrauch ab dem nächsten Zurücksetzen.`,
  resetNow: 'Jetzt zurücksetzen',
  measuredHere: 'Hier gemessen: ein Schritt dieser Netze',
  measuredSmaller: 'Hier gemessen: ein Schritt kleinerer Netze',
  measuredLarger: 'Hier gemessen: ein Schritt größerer Netze',
  measuring: 'Misst …',
  cannotMeasure: 'Das Messen lässt sich in diesem Browser nicht starten.',
  willMeasure: 'Misst, sobald nichts trainiert.',
  notWhilePinned: 'Misst nicht von selbst, solange ein Rechenwerk gewählt ist.',
  measuredAt: (when) => `Gemessen: ${when}.`,
  again: 'Neu messen',
  note: '„Automatisch“ nimmt, was am besten gemessen wurde. Eine andere Wahl lässt die Lernverfahren neu beginnen.',
};
