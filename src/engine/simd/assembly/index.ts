export {
  bindBatch,
  bindData,
  bindStates,
  countNextStates,
  countStates,
  gatherBatch,
} from './batch';
export { bcHead, cqlHead, dqnHead, iqlHead } from './heads';
export { columnSums, gatherRows, lookUp, scatterRows, transpose } from './layers';
export { adam, allFinite, polyak } from './optimizer';
export { product } from './product';
export { transposedProduct } from './transposed';

/** First address that is free for the stack; constants lie below it. */
export function heapBase(): usize {
  return __heap_base;
}
