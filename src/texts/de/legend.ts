import { formatCount } from '../format';
import type { legend as english } from '../legend';

export const legend: ReturnType<typeof english> = {
  error: 'Q̂ − Wahrheit',
  q: 'Q̂',
  truth: 'Wahrheit, Q der eigenen Strategie',
  surprise: 'δ: Q̂ über einen wahren Schritt hinaus',
  lie: 'wo die Lüge sitzt: x·δ',
  counts: 'N(s, a)',
  occupancy: 'verbrachte Zeit',
  tooLittle: 'zu wenig',
  tooMuch: 'zu viel',
  impossible: 'mehr als möglich',
  neverSeen: 'nie gesehen',
  tried: 'zum ersten Mal in der Welt probiert',
  met: 'probiert, und der Glaube trifft die Wahrheit',
  offScale: 'außerhalb',
  truthPutIn: 'Wahrheit im Zielwert',
  neverConsulted: 'nie befragt',
  widened: (factor) => `Skala ×${formatCount(factor)}: mehr als die Hälfte lag darüber`,
  wholeCell: 'ganze Zelle: glaubt an Zustände',
};
