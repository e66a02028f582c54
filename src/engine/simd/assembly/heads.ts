import { actions, batch, continues, countStates, nextPlaces, places, rewards } from './batch';

/** How the value of the next state is read from its action values. */
const MAX: i32 = 0;
const DOUBLE: i32 = 1;

/** Probabilities below this count as 0: what follows would be arithmetic on subnormals. */
const DUST: f32 = 1e-30;

/** Scratch: a softmax over at most 256 actions. */
const probabilities = memory.data(1024, 16);

function at(row: usize, column: i32): usize {
  return row + ((column as usize) << 2);
}

/** First of the largest of `count` numbers. */
function argMax(row: usize, count: i32): i32 {
  let best = 0;
  for (let a = 1; a < count; a++) {
    if (load<f32>(at(row, a)) > load<f32>(at(row, best))) best = a;
  }
  return best;
}

/** Largest of `count` numbers; NaN where one is. */
function largest(row: usize, count: i32): f32 {
  let most = load<f32>(row);
  for (let a = 1; a < count; a++) most = max<f32>(most, load<f32>(at(row, a)));
  return most;
}

/** Writes the softmax of `row`/κ to `p` and gives κ·logsumexp(row/κ). */
function softmax(row: usize, count: i32, temperature: f32, p: usize): f32 {
  const most = largest(row, count);
  let sum: f32 = 0;
  for (let a = 0; a < count; a++) {
    const e = Mathf.exp((load<f32>(at(row, a)) - most) / temperature);
    store<f32>(at(p, a), e);
    sum += e;
  }
  for (let a = 0; a < count; a++) {
    const probability = load<f32>(at(p, a)) / sum;
    store<f32>(at(p, a), probability < DUST ? 0 : probability);
  }
  return most + temperature * Mathf.log(sum);
}

/** Σ softmax(row)·row. */
function softmaxMean(row: usize, count: i32): f32 {
  const most = largest(row, count);
  let sum: f32 = 0;
  let weighted: f32 = 0;
  for (let a = 0; a < count; a++) {
    const value = load<f32>(at(row, a));
    const e = Mathf.exp(value - most);
    sum += e;
    weighted += e * value;
  }
  return weighted / sum;
}

/** The value of the next state that enters the Bellman target. */
function backup(target: usize, online: usize, count: i32, kind: i32): f32 {
  if (kind === MAX) return largest(target, count);
  if (kind === DOUBLE) return load<f32>(at(target, argMax(online, count)));
  return softmaxMean(target, count);
}

/** Where the row of a minibatch row's state begins; several may share one, since outputs are the same. */
function stateRow(i: i32, stride: usize): usize {
  return (load<u32>(at(places, i)) as usize) * stride;
}

/** Where the row of a minibatch row's next state begins. */
function nextRow(i: i32, stride: usize): usize {
  return (load<u32>(at(nextPlaces, i)) as usize) * stride;
}

/** Zeroes the gradients of all states, which the minibatch rows are then added to. */
function clear(gradient: usize, stride: usize): void {
  memory.fill(gradient, 0, (countStates() as usize) * stride);
}

function addTo(place: usize, value: f32): void {
  store<f32>(place, load<f32>(place) + value);
}

/**
 * Offline DQN: mean (Q(s,a) − sg[r + γ(1−d)·next])². `online` is read for `kind` DOUBLE only. Rows lie
 * `stride` bytes apart; terms, `f64`: bellman, total.
 */
export function dqnHead(
  q: usize,
  dq: usize,
  target: usize,
  online: usize,
  count: i32,
  stride: usize,
  kind: i32,
  gamma: f32,
  terms: usize,
): void {
  const scale: f32 = 1 / (batch as f32);
  clear(dq, stride);
  let bellman: f64 = 0;
  for (let i = 0; i < batch; i++) {
    const row = stateRow(i, stride);
    const future = nextRow(i, stride);
    const action = load<u8>(actions + (i as usize)) as i32;
    const next = backup(target + future, online + future, count, kind);
    const y = load<f32>(at(rewards, i)) + gamma * load<f32>(at(continues, i)) * next;
    const error = load<f32>(at(q + row, action)) - y;
    bellman += (error * error) as f64;
    addTo(at(dq + row, action), 2 * error * scale);
  }
  bellman /= batch as f64;
  store<f64>(terms, bellman);
  store<f64>(terms, bellman, 8);
}

/**
 * CQL: the DQN loss + α·mean[κ·logsumexp(Q(s,·)/κ) − Q(s,a)] (Kumar et al., 2020, equation 4), or with
 * `sampled` actions ã, `u8[batch]`, + α·mean[Q(s,ã) − Q(s,a)]; 0 where there are none. Terms: bellman,
 * penalty, total.
 */
export function cqlHead(
  q: usize,
  dq: usize,
  target: usize,
  online: usize,
  count: i32,
  stride: usize,
  kind: i32,
  gamma: f32,
  alpha: f32,
  temperature: f32,
  sampled: usize,
  terms: usize,
): void {
  dqnHead(q, dq, target, online, count, stride, kind, gamma, terms);
  const scale: f32 = alpha / (batch as f32);
  let penalty: f64 = 0;
  for (let i = 0; i < batch; i++) {
    const row = stateRow(i, stride);
    const action = load<u8>(actions + (i as usize)) as i32;
    const gradient = dq + row;
    let pushedDown: f32;
    if (sampled === 0) {
      pushedDown = softmax(q + row, count, temperature, probabilities);
      for (let a = 0; a < count; a++)
        addTo(at(gradient, a), scale * load<f32>(at(probabilities, a)));
    } else {
      const chosen = load<u8>(sampled + (i as usize)) as i32;
      pushedDown = load<f32>(at(q + row, chosen));
      addTo(at(gradient, chosen), scale);
    }
    addTo(at(gradient, action), -scale);
    penalty += (pushedDown - load<f32>(at(q + row, action))) as f64;
  }
  penalty /= batch as f64;
  store<f64>(terms, penalty, 8);
  store<f64>(terms, load<f64>(terms) + (alpha as f64) * penalty, 16);
}

/** Adds the gradient of −w·log π(a|s), divided by the batch, and gives −w·log π(a|s). */
function imitate(logits: usize, gradient: usize, count: i32, action: i32, weight: f32): f32 {
  const scale: f32 = weight / (batch as f32);
  const logProbability = load<f32>(at(logits, action)) - softmax(logits, count, 1, probabilities);
  for (let a = 0; a < count; a++) {
    const probability = load<f32>(at(probabilities, a));
    addTo(at(gradient, a), scale * (a === action ? probability - 1 : probability));
  }
  return -weight * logProbability;
}

/** Behavioral cloning: −mean log π(a|s). Terms: imitation, total. */
export function bcHead(
  logits: usize,
  gradient: usize,
  count: i32,
  stride: usize,
  terms: usize,
): void {
  clear(gradient, stride);
  let imitation: f64 = 0;
  for (let i = 0; i < batch; i++) {
    const row = stateRow(i, stride);
    const action = load<u8>(actions + (i as usize)) as i32;
    imitation += imitate(logits + row, gradient + row, count, action, 1) as f64;
  }
  imitation /= batch as f64;
  store<f64>(terms, imitation);
  store<f64>(terms, imitation, 8);
}

/** Adds the gradient of (Q(s,a) − y)²/B and gives (Q(s,a) − y)². */
function regress(q: usize, dq: usize, action: i32, y: f32): f32 {
  const error = load<f32>(at(q, action)) - y;
  addTo(at(dq, action), (2 * error) / (batch as f32));
  return error * error;
}

/**
 * IQL (Kostrikov et al., 2021, equations 5 to 7) with twin critics: V by expectile regression towards
 * min(Q̄₁, Q̄₂)(s,a), both Q towards r + γ(1−d)V(s′), π by regression weighted with min(e^{βu}, clip).
 * Rows of action values and logits lie `stride` bytes apart, those of V `valueStride`. Terms: bellman,
 * expectile, policy, total.
 */
export function iqlHead(
  q1: usize,
  dq1: usize,
  q2: usize,
  dq2: usize,
  v: usize,
  dv: usize,
  logits: usize,
  dlogits: usize,
  target1: usize,
  target2: usize,
  nextV: usize,
  count: i32,
  stride: usize,
  valueStride: usize,
  gamma: f32,
  tau: f32,
  beta: f32,
  clip: f32,
  terms: usize,
): void {
  clear(dq1, stride);
  clear(dq2, stride);
  clear(dv, valueStride);
  clear(dlogits, stride);
  let bellman: f64 = 0;
  let expectile: f64 = 0;
  let policy: f64 = 0;
  for (let i = 0; i < batch; i++) {
    const row = stateRow(i, stride);
    const valueRow = stateRow(i, valueStride);
    const action = load<u8>(actions + (i as usize)) as i32;
    const held = min<f32>(
      load<f32>(at(target1 + row, action)),
      load<f32>(at(target2 + row, action)),
    );
    const u = held - load<f32>(v + valueRow);
    const factor = abs<f32>(u < 0 ? tau - 1 : tau);
    expectile += (factor * u * u) as f64;
    addTo(dv + valueRow, (-2 * factor * u) / (batch as f32));
    const future = gamma * load<f32>(at(continues, i)) * load<f32>(nextV + nextRow(i, valueStride));
    const y = load<f32>(at(rewards, i)) + future;
    bellman += regress(q1 + row, dq1 + row, action, y) as f64;
    bellman += regress(q2 + row, dq2 + row, action, y) as f64;
    const weight = min<f32>(Mathf.exp(beta * u), clip);
    policy += imitate(logits + row, dlogits + row, count, action, weight) as f64;
  }
  const scale = 1 / (batch as f64);
  store<f64>(terms, bellman * scale);
  store<f64>(terms, expectile * scale, 8);
  store<f64>(terms, policy * scale, 16);
  store<f64>(terms, (bellman + expectile + policy) * scale, 24);
}
