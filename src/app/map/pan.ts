/** The rooms of all maps on the page, each of which may be narrower than its map. */
const rooms = new Set<HTMLElement>();

const hidden = (room: HTMLElement) => room.scrollWidth - room.clientWidth;

/**
 * Keeps a map that is wider than its room where the others are: the same part of the world is seen on
 * all of them. Gives the function that ends it.
 */
export function joinPan(room: HTMLElement): () => void {
  const follow = () => {
    const share = hidden(room) > 0 ? room.scrollLeft / hidden(room) : 0;
    for (const other of rooms) {
      if (other === room || hidden(other) <= 0) continue;
      const left = Math.round(share * hidden(other));
      // Scrolling by a pixel or less is another room's rounding coming back.
      if (Math.abs(other.scrollLeft - left) > 1) other.scrollLeft = left;
    }
  };
  rooms.add(room);
  room.addEventListener('scroll', follow, { passive: true });
  return () => {
    rooms.delete(room);
    room.removeEventListener('scroll', follow);
  };
}

/** Brings a box of a map (CSS pixels from its left edge) into the part that its room shows. */
export function panTo(map: HTMLElement, left: number, width: number): void {
  const room = map.parentElement;
  if (room === null || hidden(room) <= 0) return;
  const margin = 2 * width;
  if (left - margin < room.scrollLeft) room.scrollLeft = left - margin;
  else if (left + width + margin > room.scrollLeft + room.clientWidth) {
    room.scrollLeft = left + width + margin - room.clientWidth;
  }
}
