import { named } from "../../kernel/named.ts";
import type { Asked, Row, Said } from "../../kernel/rehearsal.ts";
import { oneOf, optional } from "../../kernel/rehearsal-cells.ts";
import { next } from "./answers.ts";
import type { Need, SomeCells } from "./needs.ts";
import { inWords, written } from "./people.ts";

type Admitted = Row & { readonly cells: SomeCells };

/**
 * The way in of `blocks/admission`: what whoever endorses says, by the name of their column, and what the screening finds. Who answers
 * does so the next day, as it should go where the cell is empty (processes.md, C10); in the place of one who stays silent the
 * coordinator refuses.
 */
export const admission = <const Endorser extends string>(endorser: Endorser) => {
  const endorses = ({ cells }: Admitted): Said | undefined =>
    cells[endorser] === "silent"
      ? undefined
      : cells[endorser] === "refuse"
        ? { outcome: "refused", reason: written.refused }
        : { outcome: "endorsed" };
  return {
    columns: {
      ...named(endorser, optional(oneOf("endorse", "refuse", "silent"))),
      screening: optional(oneOf("eligible", "ineligible", "supplement", "supplement_silent")),
    },
    needs: [
      {
        columns: [endorser],
        because: "the application is sent in time",
        goesOn: (cells) => cells[endorser] === "endorse",
      },
      {
        columns: ["screening"],
        because: `${endorser} is endorse`,
        goesOn: ({ screening }) => screening === "eligible" || screening === "supplement",
      },
    ] satisfies readonly Need[],
    answers: {
      endorsement: next("10:00", endorses),
      endorsementInPlace: next("11:00", { outcome: "refused", reason: written.refused }),
      screening: next("11:00", screens),
      lastScreening: next("11:00", screens),
      supplement: next("09:00", ({ cells }: Admitted) =>
        cells.screening === "supplement_silent" ? undefined : { answer: inWords },
      ),
    },
  };
};

/** A supplement is asked for once. */
function screens({ cells: { screening } }: Admitted, { file }: Asked): Said {
  const wasAsked = file.answers.some(({ outcome }) => outcome === "supplement");
  if (screening === "ineligible") return { outcome: "ineligible", reason: written.refused };
  const isAsked = screening === "supplement" || screening === "supplement_silent";
  return isAsked && !wasAsked ? { outcome: "supplement", request: inWords } : { outcome: "eligible" };
}
