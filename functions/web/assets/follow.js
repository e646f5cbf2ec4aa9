/** Follows what is being made: asks again every few seconds and shows what the page says by then, until it is there. */
export function follow(root) {
  const shown = root.querySelector("[role=status]");
  const again = async () => {
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const said = page.querySelector("main [role=status]");
      // Where nothing is said any more, the page is another one by now.
      if (!said) return location.reload();
      if (said.innerHTML !== shown.innerHTML) shown.innerHTML = said.innerHTML;
      if (!page.querySelector("[data-module=kelias-follow]")) return;
    } catch {
      // Without a connection it is asked again.
    }
    setTimeout(again, 3_000);
  };
  if (shown) setTimeout(again, 3_000);
}
