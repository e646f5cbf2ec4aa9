import { extractText, getDocumentProxy } from "unpdf";

/** The text of a PDF as a program reads it aloud or copies it, by a library that did not write it. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text.replaceAll(/\s+/g, " ");
}

/** The roles of a PDF's structure in reading order, and what it says of itself. */
export async function structureOf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const roles: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("role" in node) roles.push(String(node.role));
    if ("children" in node && Array.isArray(node.children)) node.children.forEach(walk);
  };
  for (let page = 1; page <= pdf.numPages; page += 1) walk(await (await pdf.getPage(page)).getStructTree());
  const { info } = await pdf.getMetadata();
  return { roles, info, marked: await pdf.getMarkInfo() };
}
