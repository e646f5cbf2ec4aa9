import { confirmation, longText } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";

/** The commission approves the ranking as it was computed, or asks for it to be looked at again with a reason. */
export const rankingApproval = defineForm({
  id: "rankingApproval",
  outcomes: ["approved", "again"],
  fields: {
    impartial: confirmation({ for: ["approved"] }),
    reason: longText({ max: 2000, for: ["again"] }),
  },
});
