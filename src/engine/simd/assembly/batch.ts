/** The dataset's columns, a number a row. */
let dataState: usize = 0;
let dataAction: usize = 0;
let dataReward: usize = 0;
let dataNext: usize = 0;
let dataTerminal: usize = 0;

/** Rows of a minibatch. */
export let batch: i32 = 0;
/** Rows that activations have: `batch` rounded up to a multiple of 8. */
let padded: i32 = 0;

/** The present minibatch: `u32` states of the padded rows; `u8` actions, `f32` rewards, `f32` 1 − d. */
let states: usize = 0;
let nextStates: usize = 0;
export let actions: usize = 0;
export let rewards: usize = 0;
export let continues: usize = 0;

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

/** Says where the columns of a minibatch go. */
export function bindBatch(
  size: i32,
  paddedSize: i32,
  state: usize,
  next: usize,
  action: usize,
  reward: usize,
  continuation: usize,
): void {
  batch = size;
  padded = paddedSize;
  states = state;
  nextStates = next;
  actions = action;
  rewards = reward;
  continues = continuation;
}

/** Takes the minibatch's rows, `u32[batch]`, from the data; padding repeats the last one's states. */
export function gatherBatch(rows: usize): void {
  for (let i = 0; i < padded; i++) {
    const own = i < batch ? i : batch - 1;
    const row = load<u32>(rows + ((own as usize) << 2)) as usize;
    const at = (i as usize) << 2;
    store<u32>(states + at, load<u32>(dataState + (row << 2)));
    store<u32>(nextStates + at, load<u32>(dataNext + (row << 2)));
    if (i < batch) {
      store<u8>(actions + (i as usize), load<u8>(dataAction + row));
      store<f32>(rewards + at, load<f32>(dataReward + (row << 2)));
      store<f32>(continues + at, load<u8>(dataTerminal + row) !== 0 ? 0 : 1);
    }
  }
}
