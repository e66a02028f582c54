/**
 * How many columns make `count` equal maps largest in a box. `aspect` is the width of a map over its
 * height, `around` what stands above and below each, in the pixels of the box.
 */
export function fitColumns(
  count: number,
  box: { readonly width: number; readonly height: number },
  aspect: number,
  around: number,
): number {
  let best = 1;
  let largest = 0;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const width = Math.min(box.width / columns, (box.height / rows - around) * aspect);
    if (width > largest) {
      best = columns;
      largest = width;
    }
  }
  return best;
}
