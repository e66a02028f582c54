/**
 * Resting lets messages in. A timer of 0 ms would be stretched to 4 ms after a few turns, a quarter of
 * the time of small steps; a message to oneself is not.
 */
const turns = new MessageChannel();
const woken: (() => void)[] = [];
turns.port1.onmessage = () => woken.shift()?.();

/** Resolves after `milliseconds`, having let messages in; 0 for the next turn. */
export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds >= 1) {
      setTimeout(resolve, milliseconds);
      return;
    }
    woken.push(resolve);
    turns.port2.postMessage(null);
  });
}
