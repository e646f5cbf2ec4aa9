import type { CaseFile } from "../../kernel/case-file.ts";
import type { Asked, Row, Said } from "../../kernel/rehearsal.ts";
import { oneOf, optional } from "../../kernel/rehearsal-cells.ts";
import type { Decision } from "../../kernel/selection/decision.ts";
import { next } from "./answers.ts";
import type { Need, SomeCells } from "./needs.ts";

/** What whoever is offered something says to it: the file has it for all who may be, even if the reserve list never comes to them. */
export const offering = (decisionOn: (file: CaseFile) => Decision | undefined) => ({
  columns: { offer: optional(oneOf("accept", "decline", "silent")) },
  needs: [
    {
      columns: ["offer"],
      because: "the score reaches the minimum",
      goesOn: ({ offer }) => offer === "accept",
    },
  ] satisfies readonly Need[],
  answers: {
    /** People answer their offers of one day in the order of the ranking. */
    offer: next(
      "12:00",
      ({ cells: { offer } }: Row & { readonly cells: SomeCells }): Said | undefined =>
        offer === "silent" ? undefined : { outcome: offer === "decline" ? "declined" : "accepted" },
      { order: ({ file }: Asked) => decisionOn(file)?.position },
    ),
  },
});
