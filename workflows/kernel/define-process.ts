import { applicantOf } from "./applicant.ts";
import { type Book, booksWhere, type Circumstance, wordsFrom } from "./book.ts";
import { checkProcess } from "./check.ts";
import { commonWords } from "./common-words.ts";
import { linksShown } from "./links.ts";
import type { Definition, Process } from "./process.ts";
import type { Role } from "./roles.ts";
import type { State } from "./states.ts";
import { booksUsed, needsOf } from "./words.ts";

/** What is written of a process: its own words are a book, and what that does not say the blocks' books do. */
interface Written<S extends string, R extends Role> extends Definition<S, R> {
  readonly words: Book;
}

/** A process, checked as a whole. Throws with every fault found. */
export function defineProcess<
  const S extends string,
  const Old extends string = never,
  const R extends Role = never,
>(said: Written<S, R> & { readonly moved?: Readonly<Record<Old, NoInfer<S | Old>>> }): Process<S> {
  const written = said.links ? { ...said, shows: { ...said.shows, links: linksShown(said) } } : said;
  checkProcess(written);
  const books = booksWhere([written.words, ...booksUsed(written), commonWords], circumstancesOf(written));
  const says = saysOf(written);
  return {
    ...written,
    ...(says ? { says } : {}),
    books,
    words: wordsFrom(books, () => needsOf(written)),
  };
}

/** What its words may name: what blocks bring that it is made of, and what it says itself, which counts where both do. */
function saysOf({ states, says }: Pick<Definition, "states" | "says">): Definition["says"] {
  const brought = Object.values<State<string>>(states).flatMap((state) =>
    state.kind === "step" && state.says ? [state.says] : [],
  );
  if (brought.length === 0) return says;
  return (file, language, part) => ({
    ...Object.fromEntries(brought.flatMap((of) => Object.entries(of(file)))),
    ...says?.(file, language, part),
  });
}

/** What else blocks have to know to speak of a process. */
function circumstancesOf({ selects, applicant }: Pick<Definition, "selects" | "applicant">): Circumstance[] {
  const { is } = applicantOf(applicant ? { applicant } : {});
  return [...(is === "organisation" ? [is] : []), ...(selects ? [selects.award.kind] : [])];
}
