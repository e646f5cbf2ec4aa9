/**
 * Reads codes at the door by the phone's camera. What was read stays on the phone until the house has it, also over a reload, and is sent
 * again by itself: the house notes each once. The words stand in the page.
 */
export function desk(root) {
  const texts = JSON.parse(root.dataset.texts);
  const box = root.querySelector(".kelias-scanner");
  const button = box.querySelector("button");
  const video = box.querySelector("video");
  const status = root.querySelector("[role=status]");
  const waiting = root.querySelector("[data-waiting]");
  const name = `kelias-scans ${root.dataset.name}`;

  let queue = [];
  try {
    queue = JSON.parse(localStorage.getItem(name) ?? "[]");
  } catch {
    // A phone that keeps nothing still sends what it reads.
  }
  const keep = () => {
    try {
      localStorage.setItem(name, JSON.stringify(queue));
    } catch {
      // It stays in memory.
    }
    waiting.hidden = queue.length === 0;
    waiting.textContent = queue.length === 0 ? "" : texts.waiting.replace("{count}", queue.length);
  };

  let isSending = false;
  const send = async () => {
    if (isSending || queue.length === 0) return;
    isSending = true;
    const scans = queue.slice(0, 500);
    try {
      const answer = await fetch(root.dataset.api, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ scans }),
        signal: AbortSignal.timeout(15_000),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { outcomes, names } = await answer.json();
      queue = queue.slice(scans.length);
      const last = outcomes.length - 1;
      status.textContent = (texts[outcomes[last]] ?? outcomes[last]).replace("{who}", names[last]);
      await count();
    } catch {
      // No connection now, or the house is busy: it is sent again.
    }
    keep();
    isSending = false;
  };
  /** How many are here, as the page says it by now. */
  const count = async () => {
    const own = document.getElementById("desk-count");
    const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = page.getElementById("desk-count");
    if (own && said) own.textContent = said.textContent;
  };

  const note = (registration) => {
    queue.push({ registration, at: new Date().toISOString() });
    status.textContent = texts.read;
    keep();
    send();
  };
  keep();
  send();
  setInterval(send, 5_000);
  addEventListener("online", send);

  // A number that is typed is noted as a code is, with a connection or without.
  document.querySelector("[data-desk-find]")?.addEventListener("submit", (event) => {
    const field = event.target.elements.find;
    if (!/^\d{1,9}$/.test(field.value.trim())) return;
    event.preventDefault();
    note(field.value.trim());
    field.value = "";
    field.focus();
  });

  if (!navigator.mediaDevices?.getUserMedia) return;
  box.hidden = false;
  /** The browser's own reader where it has one, else ours, which is loaded when it is needed. */
  const reader = async () => {
    const formats = (await globalThis.BarcodeDetector?.getSupportedFormats?.()) ?? [];
    if (formats.includes("qr_code")) {
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      return async () => (await detector.detect(video))[0]?.rawValue;
    }
    const { decode } = await import(root.dataset.decoder);
    const canvas = document.createElement("canvas");
    const drawing = canvas.getContext("2d", { willReadFrequently: true });
    return async () => {
      const scale = Math.min(1, 640 / video.videoWidth);
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
      return decode(drawing.getImageData(0, 0, canvas.width, canvas.height));
    };
  };

  let stream;
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.hidden = true;
    button.textContent = button.dataset.on;
  };
  const look = async (read, before) => {
    if (!stream) return;
    let seen;
    try {
      seen = video.videoWidth > 0 ? await read() : undefined;
    } catch {
      // Nothing to be read in this picture.
    }
    // A code that stays before the camera is one.
    const isNew = seen !== undefined && (seen !== before.code || Date.now() - before.at > 5_000);
    if (isNew) {
      note(seen.slice(0, 60));
      navigator.vibrate?.(60);
    }
    setTimeout(() => look(read, seen === undefined ? before : { code: seen, at: Date.now() }), 150);
  };
  button.addEventListener("click", async () => {
    if (stream) return stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      video.hidden = false;
      button.textContent = button.dataset.off;
      await video.play();
      look(await reader(), { code: undefined, at: 0 });
    } catch {
      stop();
      status.textContent = texts.noCamera;
    }
  });
}
