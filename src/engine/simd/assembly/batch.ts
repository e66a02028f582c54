/** The dataset's columns, a number a row. */
let dataState: usize = 0;
let dataAction: usize = 0;
let dataReward: usize = 0;
let dataNext: usize = 0;
let dataTerminal: usize = 0;

/** Rows of a minibatch. */
export let batch: i32 = 0;

/**
 * The present minibatch: the distinct states among its rows, `u32`, padded to a multiple of 8 by
 * repeating the last one, and for every row the place of its state among them, `u32`.
 */
let states: usize = 0;
let nextStates: usize = 0;
export let places: usize = 0;
export let nextPlaces: usize = 0;

/** `u8` actions, `f32` rewards and `f32` 1 − d of the rows. */
export let actions: usize = 0;
export let rewards: usize = 0;
export let continues: usize = 0;

/** How many distinct states there are, padding included. */
let stateRows: i32 = 0;
let nextStateRows: i32 = 0;

/** By state, `u32`: the column of which batch it was last seen in, and its place there. */
let seenIn: usize = 0;
let seenAt: usize = 0;
let column: u32 = 0;

/** Says where the dataset's columns lie: `u32`, `u8`, `f32`, `u32`, `u8`. */
export function bindData(
  state: usize,
  action: usize,
  reward: usize,
  next: usize,
  terminal: usize,
): void {
  dataState = state;
  dataAction = action;
  dataReward = reward;
  dataNext = next;
  dataTerminal = terminal;
}

/** Says where the columns of a minibatch of `size` rows go. */
export function bindBatch(size: i32, action: usize, reward: usize, continuation: usize): void {
  batch = size;
  actions = action;
  rewards = reward;
  continues = continuation;
}

/** Says where the distinct states go; the last two hold a zero for every state of the table. */
export function bindStates(
  state: usize,
  place: usize,
  next: usize,
  nextPlace: usize,
  lastSeenIn: usize,
  lastSeenAt: usize,
): void {
  states = state;
  places = place;
  nextStates = next;
  nextPlaces = nextPlace;
  seenIn = lastSeenIn;
  seenAt = lastSeenAt;
}

function at(array: usize, index: i32): usize {
  return array + ((index as usize) << 2);
}

/** Lists the distinct states of one column and gives how many they are, padding included. */
function distinct(rows: usize, data: usize, found: usize, place: usize): i32 {
  column++;
  let count = 0;
  for (let i = 0; i < batch; i++) {
    const state = load<u32>(at(data, load<u32>(at(rows, i)) as i32)) as i32;
    if (load<u32>(at(seenIn, state)) !== column) {
      store<u32>(at(seenIn, state), column);
      store<u32>(at(seenAt, state), count);
      store<u32>(at(found, count), state);
      count++;
    }
    store<u32>(at(place, i), load<u32>(at(seenAt, state)));
  }
  const last = load<u32>(at(found, count - 1));
  while ((count & 7) !== 0) {
    store<u32>(at(found, count), last);
    count++;
  }
  return count;
}

/** Takes the minibatch's rows, `u32[batch]`, from the data. */
export function gatherBatch(rows: usize): void {
  for (let i = 0; i < batch; i++) {
    const row = load<u32>(at(rows, i)) as i32;
    store<u8>(actions + (i as usize), load<u8>(dataAction + (row as usize)));
    store<f32>(at(rewards, i), load<f32>(at(dataReward, row)));
    store<f32>(at(continues, i), load<u8>(dataTerminal + (row as usize)) !== 0 ? 0 : 1);
  }
  stateRows = distinct(rows, dataState, states, places);
  nextStateRows = distinct(rows, dataNext, nextStates, nextPlaces);
}

/** Rows of a pass at the batch's states. */
export function countStates(): i32 {
  return stateRows;
}

/** Rows of a pass at the batch's next states. */
export function countNextStates(): i32 {
  return nextStateRows;
}
