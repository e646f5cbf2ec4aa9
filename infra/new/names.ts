/** What a new process is called: in addresses and files, in code, and to people. */
export interface Names {
  /** Such as `reading-club`. */
  readonly id: string;
  /** Such as `readingClub`. */
  readonly variable: string;
  readonly lt: string;
  readonly en: string;
}

/** What keeps a process from being called so, for people to read. */
export class BadName extends Error {}

const longest = 40;
/** Folders of `workflows/` that are no processes. */
const rooms = ["kernel", "blocks"];
/** Words that no variable can be called by; a process of one word would have that of its variable. */
const reserved = [
  "class",
  "default",
  "delete",
  "export",
  "function",
  "import",
  "new",
  "package",
  "process",
  "return",
];

/** Reads what was typed. `taken`: the processes that there are. Throws a `BadName`. */
export function namesOf(
  typed: string,
  { lt, en }: { readonly lt?: string | undefined; readonly en?: string | undefined },
  taken: readonly string[],
): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(typed) || typed.length > longest)
    throw new BadName(
      `"${typed.slice(0, 80)}" cannot be the name of a process: expected small letters of English, digits and single hyphens, ` +
        `a letter first, at most ${longest} signs, such as reading-club`,
    );
  if (rooms.includes(typed) || reserved.includes(typed))
    throw new BadName(
      `"${typed}" means something else already; call the process by two words, such as reading-club`,
    );
  if (taken.includes(typed))
    throw new BadName(`there is a process "${typed}" already, in workflows/${typed}; nothing was changed`);
  const parent = taken.find((id) => typed.startsWith(`${id}-`) && !typed.slice(id.length + 1).includes("-"));
  if (parent !== undefined)
    throw new BadName(
      `"${typed}" would be looked for in the folder of "${parent}"; begin its name otherwise`,
    );
  const plain = typed.replaceAll("-", " ");
  return {
    id: typed,
    variable: typed.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    lt: said(lt) ?? `„${typed}“`,
    en: said(en) ?? `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`,
  };
}

/** A name as people read it stands in JSON and in ICU messages: letters, and nothing that means something there. */
function said(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (!/^\p{L}[\p{L}\p{N} ,.()–-]{0,79}$/u.test(name))
    throw new BadName(
      `"${name.slice(0, 80)}" cannot be shown as a name: expected a few words, a letter first`,
    );
  return name;
}
