import { expect, it } from "vitest";
import { callFormOf } from "../../../functions/calls/call-drafts.ts";
import { listsOf } from "../../../functions/people/lists.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";

/** Every list of people that a call of the catalogue may have, with what its process calls the role as which each of it works. */
async function everyList() {
  const found: (readonly [process: string, list: string, role: string | undefined])[] = [];
  for (const { id, words } of await everyProcess()) {
    const callForm = await callFormOf(id);
    if (!callForm) continue;
    const said = await words.lt();
    for (const { name } of listsOf({ callForm, stored: {} })) {
      const { worksAs } = callForm.form.fields[name] ?? {};
      found.push([
        id,
        name,
        said[`role.${name}`] ?? (worksAs === undefined ? undefined : said[`role.${worksAs}`]),
      ]);
    }
  }
  return found;
}

it("whoever stands in a list of people works as something that the list's process has a name for", async () => {
  const lists = await everyList();
  expect(lists.filter(([, , role]) => role === undefined)).toEqual([]);
  expect(lists.map(([, ...list]) => list.join(": "))).toEqual(
    expect.arrayContaining([
      "reviewers: Ekspertas",
      "interviewers: Pokalbio vertintojas",
      "assessors: Vertintojas",
      "trainers: Mokymų vedėjas",
      "supervisors: Supervizorius",
      "universities: Aukštoji mokykla",
    ]),
  );
});
