import type { ReadPerson } from "../../people/import.ts";

/** Who has a role in a call. */
export interface Post {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
}
export type Staffed = readonly Post[];

/** Who has these roles, as the form of the call holds it. */
export const postsIn = (roles: readonly string[], stored: Readonly<Record<string, unknown>>): Staffed =>
  roles.map((role) => {
    const said = (field: string) => String(stored[`${role}${field}`] ?? "");
    return { role, name: said("Name"), email: said("Email"), language: said("Language") };
  });

const isOne = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Who has them after a table is taken. A role that it does not name stays; nobody's language is lost by not being said. */
export const postsAfter = (posts: Staffed, read: readonly ReadPerson[]): Staffed =>
  posts.map((post) => {
    const said = read.find(({ person }) => person.role === post.role)?.person;
    if (!said) return post;
    const { name = "", email = "", language = "" } = said;
    const known = isOne(post.email, email) ? post : posts.find((one) => isOne(one.email, email));
    return { role: post.role, name, email, language: language || known?.language || "lt" };
  });

export type Becoming =
  | { readonly outcome: "same" | "changed" }
  | {
      /** New to the staff of the call, from other roles, or beside them. */
      readonly outcome: "new" | "moves" | "more";
      readonly roles: readonly string[];
      /** Who had the role. */
      readonly from: string;
    };

/** What a table makes of a role. */
export function whatBecomes(role: string, before: Staffed, after: Staffed): Becoming {
  const [was, is] = [before, after].map((posts) => posts.find((post) => post.role === role));
  if (!was || !is) return { outcome: "same" };
  if (isOne(was.email, is.email))
    return { outcome: JSON.stringify(was) === JSON.stringify(is) ? "same" : "changed" };
  const others = before.filter(({ email }) => isOne(email, is.email)).map((post) => post.role);
  const kept = others.filter((other) =>
    after.some((post) => post.role === other && isOne(post.email, is.email)),
  );
  const from = was.name;
  if (others.length === 0) return { outcome: "new", roles: [], from };
  return kept.length === 0
    ? { outcome: "moves", roles: others, from }
    : { outcome: "more", roles: kept, from };
}

/** Who has no role any more, each with those that they had. */
export function leavers(before: Staffed, after: Staffed): ReadonlyMap<string, Staffed> {
  const gone = before.filter(({ email }) => after.every((post) => !isOne(post.email, email)));
  return Map.groupBy(gone, ({ email }) => email.toLowerCase());
}

/** Does somebody give away a role by this? */
export const givesAway = (role: string, email: string, before: Staffed, after: Staffed): boolean => {
  const holds = (posts: Staffed) => posts.some((post) => post.role === role && isOne(post.email, email));
  return holds(before) && !holds(after);
};
