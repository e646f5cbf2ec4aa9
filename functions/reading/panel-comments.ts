import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";

/** What reviewers wrote of one case to those who decide, without their names. */
export interface PanelComments {
  readonly ref: string;
  readonly name: string;
  readonly comments: readonly string[];
}

/** The same of some cases, in their order; of a case about which nobody wrote anything there is nothing. */
export async function panelComments(
  house: Pick<House, "table">,
  cases: readonly { readonly ref: string; readonly name: string }[],
): Promise<readonly PanelComments[]> {
  const all = await Promise.all(
    cases.map(async ({ ref, name }) => ({ ref, name, comments: await commentsOn(house, ref) })),
  );
  return all.filter(({ comments }) => comments.length > 0);
}

async function commentsOn(house: Pick<House, "table">, ref: string): Promise<readonly string[]> {
  const loaded = await loadCase(house, ref);
  const reviews = loaded?.process.reviews;
  if (!loaded || !reviews) return [];
  return loaded.file.answers.flatMap(({ form, values }) => {
    const said = form === reviews.form.id ? values[reviews.toCommission] : undefined;
    return typeof said === "string" && said !== "" ? [said] : [];
  });
}
