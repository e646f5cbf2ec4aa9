import { type Post, readPost } from "./posts.ts";
import { chosenLanguage, type HttpRequest } from "./request.ts";

/** Stands in an address to which a form is sent only to be drawn again in another language, with what was typed into it. */
export const keeping = "keep";

/** Is a page asked for in another language with what was typed on it? Nothing is done then but to draw it. */
export const isToBeKept = (request: HttpRequest): boolean =>
  request.query.has(keeping) && chosenLanguage(request) !== undefined;

/** What was typed on a page that is drawn again. */
export function keptIn(request: HttpRequest): Post | undefined {
  if (!isToBeKept(request) || request.body.length === 0) return undefined;
  const post = readPost(request);
  return post.outcome === "read" ? post.value : undefined;
}
