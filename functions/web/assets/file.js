/** Says that a file is too large before it is sent: sending it takes long, and what takes it in may not lead back. */
export function checkSize(form) {
  const input = form.querySelector("input[type=file]");
  const note = form.querySelector("[role=alert]");
  const most = Number(form.dataset.most);
  if (!input || !note || !most) return;
  const check = () => {
    const isTooLarge = (input.files?.[0]?.size ?? 0) > most;
    note.hidden = !isTooLarge;
    note.textContent = isTooLarge ? form.dataset.tooLarge : "";
    input.classList.toggle("govuk-file-upload--error", isTooLarge);
    return isTooLarge;
  };
  input.addEventListener("change", check);
  form.addEventListener("submit", (event) => {
    if (!check()) return;
    event.preventDefault();
    input.focus();
  });
}
