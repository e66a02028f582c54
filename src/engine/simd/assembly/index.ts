export {
  bindBatch,
  bindData,
  bindStates,
  countNextStates,
  countStates,
  gatherBatch,
} from './batch';
export { columnSums, gatherRows, lookUp, scatterRows, transpose } from './layers';
export { adam, allFinite, polyak } from './optimizer';
export { product } from './product';
export { transposedProduct } from './transposed';

/** eˣ and ln x in the same arithmetic for all losses that are linked to the module. */
export function exponential(x: f32): f32 {
  return Mathf.exp(x);
}

export function logarithm(x: f32): f32 {
  return Mathf.log(x);
}

/** First address that is free for the stack; constants lie below it. */
export function heapBase(): usize {
  return __heap_base;
}
