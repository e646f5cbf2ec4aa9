import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Asked } from "../../reading/asked.ts";
import type { Post } from "../posts.ts";
import { typedInto } from "../typed.ts";

/** The form on a page into which something is typed is called so: the choice of a language in the page's head sends it. */
export const typedForm = "typed";

/** What was typed on a page that is drawn again in another language. */
export const KeptPost = createContext<Post | undefined>(undefined);

/** The same, within the form into which it was typed. */
export const KeptInForm = createContext<Post | undefined>(undefined);

/** The questions with what was typed before the page came in another language. */
export function useKept(asked: Asked, names: readonly string[]): Asked {
  const post = useContext(KeptInForm);
  const typed = post && typedInto(asked.form, names, post);
  if (!post || typed?.outcome !== "read") return asked;
  const [outcome] = post.get("outcome") ?? [];
  return {
    ...asked,
    values: { ...asked.values, ...typed.value, ...(outcome === undefined ? {} : { outcome }) },
  };
}
