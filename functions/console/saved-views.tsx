import { paths } from "../addresses/paths.ts";
import { longestName, removeView, saveView } from "../views/views.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { readPost } from "../web/posts.ts";
import { forStaff } from "./guard.ts";

/** A query holds no more text than that. */
const longestSaid = 2_000;

/** Saves how somebody looks at the cases of a call, under a name. */
export const takeView = forStaff(async ({ house, request, member, at }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const said = (name: string) => post.value.get(name)?.[0]?.trim() ?? "";
  const list = paths.casesOfCall(at("id"));
  const query = said("said").slice(0, longestSaid);
  const here = query === "" ? list : `${list}?${query}`;
  const name = said("name").slice(0, longestName);
  if (name === "") return redirect(here);
  const saved = await saveView(house, at("id"), member, {
    name,
    said: query,
    isShared: said("shared") === "yes",
  });
  return saved === "saved" ? redirect(here) : refusalPage(request, { status: 413, why: "tooLarge" });
});

/** Takes one's own view away. */
export const takeAway = forStaff(async ({ house, request, member, at }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  await removeView(house, at("id"), member, at("view"));
  return redirect(paths.casesOfCall(at("id")));
});
