import { Parser } from "htmlparser2";

/** A form of a page, with what each of its inputs offers (nothing where anything may be typed). */
export interface PageForm {
  readonly method: "get" | "post";
  readonly action: string;
  readonly inputs: ReadonlyMap<string, readonly string[]>;
}

interface Page {
  readonly forms: readonly PageForm[];
  readonly links: readonly string[];
  /** Where the list of what is wrong leads to, and is not there. */
  readonly deadEnds: readonly string[];
}

const inputTags = new Set(["input", "textarea", "select", "button"]);

/** What can be pressed and filled in on a page that came from an address. */
export function readPage(html: string, address: string): Page {
  const forms: { method: "get" | "post"; action: string; inputs: Map<string, string[]> }[] = [];
  const [links, ids] = [new Set<string>(), new Set<string>()];
  let select: string | undefined;
  let isOpen = false;
  const offer = (name: string, value: string | undefined) => {
    const inputs = forms.at(-1)?.inputs;
    if (!inputs) return;
    inputs.set(name, [...(inputs.get(name) ?? []), ...(value === undefined ? [] : [value])]);
  };
  const here = (href = "") => {
    const to = new URL(href.replaceAll("&amp;", "&"), new URL(address, "https://kelias.example"));
    return to.host === "kelias.example" ? `${to.pathname}${to.search}` : undefined;
  };
  const parser = new Parser({
    onopentag: (tag, said) => {
      if (said.id) ids.add(said.id);
      if (tag === "a" && said.href) links.add(said.href);
      if (tag === "form") {
        isOpen = true;
        const method = said.method?.toLowerCase() === "post" ? "post" : "get";
        forms.push({ method, action: here(said.action) ?? "", inputs: new Map() });
      }
      if (!isOpen) return;
      if (inputTags.has(tag) && said.name) offer(said.name, tag === "select" ? undefined : said.value);
      if (tag === "select") select = said.name;
      if (tag === "option" && select) offer(select, said.value);
    },
    onclosetag: (tag) => {
      if (tag === "select") select = undefined;
      if (tag === "form") isOpen = false;
    },
  });
  parser.end(html);
  const inPage = [...links].filter((href) => href.startsWith("#"));
  return {
    forms: forms.filter(({ action }) => action !== ""),
    links: [...links].flatMap((href) => (href.startsWith("#") ? [] : (here(href) ?? []))),
    deadEnds: inPage.filter((href) => href !== "#" && !ids.has(decodeURIComponent(href.slice(1)))),
  };
}
