import { date, several, text } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";

/** The coordinator invites interns to some of the places. */
export const announcement = defineForm({
  id: "announcement",
  outcomes: ["announced"],
  fields: {
    titleLt: text({ max: 120 }),
    titleEn: text({ max: 120 }),
    closes: date({}),
    places: several({ options: { from: "places" } }),
  },
  check: ({ places }) => (places.length === 0 ? [{ field: "places", problem: "missing" as const }] : []),
});
