import { area } from './current';
import { formatCount } from './format';

/** The legend of the maps: what each layer shows, what the ends of its scale mean, and the marks. */
export const legend = area('legend', {
  error: 'Q̂ − truth',
  q: 'Q̂',
  truth: 'truth, Q of its policy',
  surprise: 'δ: Q̂ beyond one true step',
  lie: 'where the lie sits: x·δ',
  counts: 'N(s, a)',
  occupancy: 'time spent',
  tooLittle: 'too little',
  tooMuch: 'too much',
  impossible: 'more than any policy can earn',
  neverSeen: 'never seen',
  /** Pairs that the data lacks, and a learner took in the world. */
  tried: 'tried in the world for the first time',
  met: 'tried, and belief meets the truth',
  offScale: 'off scale',
  truthPutIn: 'truth put in the target',
  neverConsulted: 'never consulted',
  /** Of a scale that has grown. */
  widened: (factor: number) => `scale ×${formatCount(factor)}: more than half lay above`,
  wholeCell: 'whole cell: believes in states',
});
