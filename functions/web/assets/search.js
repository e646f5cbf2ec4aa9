// Ctrl+K (on a Mac ⌘K) goes to the search from wherever one is, and the search says so.
export const searchByKey = (input) => {
  input.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
  input.placeholder = input.dataset.byKey;
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return;
    if (!(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
};
