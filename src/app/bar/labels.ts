/** Something that wants to stand at `at` and needs `size` around it, all in pixels. */
export interface Wish {
  readonly at: number;
  readonly size: number;
}

/**
 * Places labels along a line so that none overlap, each as near as can be to where it wants to
 * stand: overlapping neighbours are merged into blocks centred on the mean of their wishes
 * (pool-adjacent-violators, the least-squares solution), then pushed into [start, end].
 * Returns the middles in the order of the wishes. Where the room does not suffice for all,
 * they are packed from `start` on.
 */
export function spreadLabels(
  wishes: readonly Wish[],
  start: number,
  end: number,
): readonly number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a].at - wishes[b].at || a - b);
  interface Block {
    members: number[];
    size: number;
    /** Mean of where the block's top would have to be for each member's wish. */
    top: number;
  }
  const clamp = (block: Block) => Math.max(start, Math.min(end - block.size, block.top));
  const blocks: Block[] = [];
  for (const index of order) {
    const wish = wishes[index];
    let block: Block = { members: [index], size: wish.size, top: wish.at - wish.size / 2 };
    for (;;) {
      const above = blocks[blocks.length - 1];
      if (!above || clamp(above) + above.size <= clamp(block) + 1e-9) break;
      blocks.pop();
      const count = above.members.length + block.members.length;
      block = {
        members: [...above.members, ...block.members],
        top:
          (above.top * above.members.length + (block.top - above.size) * block.members.length) /
          count,
        size: above.size + block.size,
      };
    }
    blocks.push(block);
  }
  const middles = new Array<number>(wishes.length).fill(start);
  let free = start;
  for (const block of blocks) {
    let at = Math.max(free, clamp(block));
    for (const index of block.members) {
      middles[index] = at + wishes[index].size / 2;
      at += wishes[index].size;
    }
    free = at;
  }
  return middles;
}
