import { type Answering, type Asked, onDay, type Said } from "../../kernel/rehearsal.ts";
import { oneOf } from "../../kernel/rehearsal-cells.ts";
import { inWords } from "./people.ts";

/** What the principal says, and what the screening finds. */
export const principalColumn = oneOf("endorse", "refuse", "silent");
export const screeningColumn = oneOf("eligible", "ineligible", "supplement", "supplement_silent");

interface Admitted {
  readonly principal?: "endorse" | "refuse" | "silent" | undefined;
  readonly screening?: "eligible" | "ineligible" | "supplement" | "supplement_silent" | undefined;
}

/** Who answers the questions of `blocks/admission` does so the next day; of a silent principal the coordinator refuses. */
export function admits(asked: Asked, { principal, screening }: Admitted): Answering | undefined {
  const next = (time: string, says: Said): Answering => ({ says, at: onDay(asked, 1, time) });
  switch (asked.state) {
    case "endorsement":
      if (principal === "silent") return undefined;
      return next(
        "10:00",
        principal === "endorse" ? { outcome: "endorsed" } : { outcome: "refused", reason: inWords },
      );
    case "endorsementInPlace":
      return next("11:00", { outcome: "refused", reason: inWords });
    case "screening":
    case "lastScreening":
      return next("11:00", screens(asked, screening));
    case "supplement":
      return screening === "supplement_silent" ? undefined : next("09:00", { answer: inWords });
  }
  throw new RangeError(`${asked.state}: no question of the admission`);
}

/** A supplement is asked for once. */
function screens({ file }: Asked, screening: Admitted["screening"]): Said {
  const wasAsked = file.answers.some(({ outcome }) => outcome === "supplement");
  if (screening === "ineligible") return { outcome: "ineligible", reason: inWords };
  if (screening === "eligible" || wasAsked) return { outcome: "eligible" };
  return { outcome: "supplement", request: inWords };
}
