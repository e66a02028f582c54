import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Player } from './player';

let frame: FrameRequestCallback | null = null;

/** Lets so many milliseconds pass, one frame. */
function pass(now: number): void {
  const due = frame;
  frame = null;
  due?.(now);
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (next: FrameRequestCallback) => {
    frame = next;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    frame = null;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  frame = null;
});

const at = (player: Player) => player.store.getState().at;
const playing = (player: Player) => player.store.getState().playing;

describe('a replay', () => {
  it('steps within its episode', () => {
    const player = new Player(3, 5);
    player.back();
    expect(at(player)).toBe(0);
    for (let i = 0; i < 5; i++) player.on();
    expect(at(player)).toBe(3);
    player.back();
    expect(at(player)).toBe(2);
    player.seek(99);
    expect(at(player)).toBe(3);
  });

  it('glides at its pace to the end, and from there begins anew', () => {
    const player = new Player(1, 5);
    player.play();
    pass(1000);
    pass(1080);
    expect(at(player)).toBeCloseTo(0.4);
    expect(playing(player)).toBe(true);
    for (let now = 1180; now <= 1380; now += 100) pass(now);
    expect(at(player)).toBe(1);
    expect(playing(player)).toBe(false);
    player.play();
    expect(at(player)).toBe(0);
    expect(playing(player)).toBe(true);
  });

  it('does not rush after a break, and rests at a whole step', () => {
    const player = new Player(50, 5);
    player.play();
    pass(0);
    pass(60_000);
    expect(at(player)).toBeCloseTo(0.5);
    player.pause();
    expect(Number.isInteger(at(player))).toBe(true);
    pass(60_100);
    expect(playing(player)).toBe(false);
  });

  it('shows whole steps only where less motion is asked for', () => {
    const player = new Player(50, 15);
    player.still = true;
    player.play();
    for (let now = 0; now <= 300; now += 50) {
      pass(now);
      expect(Number.isInteger(at(player))).toBe(true);
    }
    expect(at(player)).toBe(4);
  });
});
