/**
 * Keeps what is typed until it is saved, also without a connection, and sends it again by itself. The address says which day
 * it is, so that what arrives twice is still one page.
 */
export function keepTyped(root) {
  const form = root.querySelector("form");
  const note = root.querySelector("[role=status]");
  const name = `kelias-kept ${root.dataset.name}`;
  if (!form || !note) return;
  const texts = () => [...form.querySelectorAll("textarea, input[type=text]")];
  const say = (text) => {
    note.textContent = text;
    note.hidden = text === "";
  };
  const remember = () => {
    try {
      localStorage.setItem(name, JSON.stringify(texts().map((field) => [field.name, field.value])));
    } catch {
      // A browser that keeps nothing still sends the form.
    }
  };
  const forget = () => {
    try {
      localStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  };

  try {
    const kept = new Map(JSON.parse(localStorage.getItem(name) ?? "[]"));
    const unsaved = texts().filter((field) => kept.has(field.name) && kept.get(field.name) !== field.value);
    for (const field of unsaved) field.value = kept.get(field.name);
    if (unsaved.length > 0) say(root.dataset.kept);
  } catch {
    forget();
  }
  form.addEventListener("input", remember);

  let isSending = false;
  const send = async (after) => {
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        signal: AbortSignal.timeout(15_000),
      });
      if (answer.ok) {
        forget();
        location.assign(answer.url);
        return;
      }
      if (answer.status < 500 && answer.status !== 429) {
        // The page says what is wrong; it is asked for by the form itself.
        form.submit();
        return;
      }
    } catch {
      // No connection now: below it is tried again.
    }
    say(root.dataset.waiting);
    setTimeout(() => send(Math.min(after * 2, 60_000)), after);
  };
  form.addEventListener("submit", (event) => {
    remember();
    // The choice of a language draws the page again.
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    send(2_000);
  });
}
