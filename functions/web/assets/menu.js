/** Moves the row of a menu so that the item where one is stands in sight: on a phone the last ones begin beside the screen. */
export function showWhere(item) {
  const row = item.closest("ul");
  const [all, here] = [row, item].map((part) => part.getBoundingClientRect());
  if (here.right > all.right) row.scrollLeft += here.right - all.right + here.width / 2;
}
