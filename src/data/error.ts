/** A behaviour that cannot be had in this world or with these numbers; the message says why. */
export class BehaviorError extends Error {
  override readonly name = 'BehaviorError';
}

/** Data that cannot be had or used as asked; the message is a sentence for the user. */
export class DataError extends Error {
  override readonly name = 'DataError';
}
