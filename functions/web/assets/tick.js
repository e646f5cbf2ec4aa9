/** Ticks or unticks all rows of a list, or with Shift those between two of them, and says how many are ticked. */
export function tickAll(root) {
  const form = root.closest("form");
  const button = root.querySelector("button");
  const said = root.querySelector("[role=status]");
  const boxes = () => [...form.querySelectorAll(`input[type=checkbox][name="${root.dataset.name}"]`)];
  const tell = () => {
    const count = boxes().filter((box) => box.checked).length;
    button.textContent = count === boxes().length ? button.dataset.none : button.dataset.all;
    said.textContent = said.dataset.said.replace("0", String(count));
  };
  button.addEventListener("click", () => {
    const isEach = boxes().every((box) => box.checked);
    for (const box of boxes()) box.checked = !isEach;
    tell();
  });
  let last;
  form.addEventListener("click", ({ target, shiftKey }) => {
    const all = boxes();
    const [from, to] = [all.indexOf(last), all.indexOf(target)];
    if (to < 0) return;
    if (shiftKey && from >= 0)
      for (const box of all.slice(Math.min(from, to), Math.max(from, to) + 1)) box.checked = target.checked;
    last = target;
    tell();
  });
  form.addEventListener("change", tell);
  root.hidden = false;
  tell();
}

/** Presses the only button of a form whose work goes on page by page. */
export function goOn(form) {
  setTimeout(() => form.requestSubmit(), 500);
}
