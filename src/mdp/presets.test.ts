import { describe, expect, it } from 'vitest';
import { buildMdp, goalReachable } from './mdp';
import { WORLDS, worldById } from './presets';
import reference from './testdata/worlds.json';
import { mapFaults } from './world';

describe('WORLDS', () => {
  it('are the worlds of the reference list, in its order', () => {
    const listed = Object.entries(reference.worlds).map(([id, world]) => ({ id, ...world }));
    const frozenLake = reference.worlds['frozen-lake-4x4'].adapted;
    expect(WORLDS.map(({ rows, ...world }) => world)).toEqual(
      listed.map((world) =>
        world.adapted === 'as above' ? { ...world, adapted: frozenLake } : world,
      ),
    );
  });

  it.each(WORLDS.map((world) => [world.id, world] as const))('%s can be won', (_, world) => {
    expect(mapFaults(world.map)).toEqual([]);
    expect(goalReachable(buildMdp(world))).toBe(true);
  });
});

describe('worldById', () => {
  it('finds by id', () => {
    expect(worldById('four-rooms')?.name).toBe('Four Rooms');
    expect(worldById('nowhere')).toBeUndefined();
  });
});
