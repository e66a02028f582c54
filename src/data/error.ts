/** A behaviour that cannot be had in this world or with these numbers; the message says why. */
export class BehaviorError extends Error {
  override readonly name = 'BehaviorError';
}
