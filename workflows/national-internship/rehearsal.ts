import * as z from "zod";
import { tableOf } from "../blocks/rehearsal/figures.ts";
import { written } from "../blocks/rehearsal/people.ts";
import { defineRehearsal } from "../kernel/define-rehearsal.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Deed, Known, Stand } from "../kernel/rehearsal.ts";
import { answersTo, applicationOf, offerOf, placeIn } from "./rehearsal/answers.ts";
import { checkOrders, checkPlaceRow, columns, type PlaceRow, placeRowOf } from "./rehearsal/people.ts";

/** The register's call, and what the coordinator announces from it at a local time. */
const registerCall = z.looseObject({
  id: z.string(),
  opens: z.string(),
  internships: z.strictObject({
    titleLt: z.string(),
    titleEn: z.string(),
    opens: z.string(),
    closes: z.iso.date(),
  }),
});
type RegisterCall = z.infer<typeof registerCall>;

/** The call for interns that is announced first. */
const internshipsOf = ({ id }: Pick<RegisterCall, "id">): string => `${id}-1`;

/** A register of places, which schools offer, and one call for interns from it: `kind` `offers` or `applies`, a line each. */
export const rehearsal = defineRehearsal({
  call: { shape: registerCall, filled: ({ internships: _, ...call }) => call },
  columns: () => columns,
  row: placeRowOf,
  atLeast: "a school that offers a place",
  check: checkPlaceRow,
  checkAll: checkOrders,
  process: ({ kind }) => (kind === "offers" ? "national-internship-place" : "national-internship"),
  begins: (known, call) => {
    const { opens, ...announcement } = call.internships;
    const at = iso(vilniusInstant(opens));
    return [
      ...applying(known, "offers", call.id),
      {
        does: "says",
        call: call.id,
        word: "announced",
        at,
        values: () => ({ ...announcement, places: publishedIn(known, call.id) }),
      },
      ...applying(known, "applies", internshipsOf(call)).map((deed) => ({ ...deed, at })),
    ];
  },
  meets,
  answer: (asked, known) => {
    const says = answersTo(asked, known);
    return says && { says };
  },
  until: (call) => [internshipsOf(call)],
  became: ({ row, outcome, state, hours, mails, transitions }) => ({
    row,
    kind: row.kind,
    status: state ?? outcome,
    ...(hours === undefined ? {} : { hours }),
    mails,
    transitions,
  }),
  tells: (all) => ({
    tables: [
      tableOf("cases.csv", all, {
        kind: ({ row }) => row.kind,
        place: ({ row }) => row.place,
        name: ({ row }) => row.name,
        status: ({ status }) => status,
        hours: ({ hours }) => hours,
        mails: ({ mails }) => mails,
        transitions: ({ transitions }) => transitions,
      }),
    ],
  }),
  example: async () => (await import("./example.json", { with: { type: "json" } })).default,
});

const applying = (known: Known<PlaceRow>, kind: PlaceRow["kind"], to: string): readonly Deed<PlaceRow>[] =>
  known.rows
    .filter((row) => row.kind === kind)
    .map((row) => ({
      does: "applies",
      row,
      to,
      values: () => (kind === "offers" ? offerOf(row) : applicationOf(row, known)),
    }));

const publishedIn = ({ casesOf, stateOf }: Known<PlaceRow>, call: string): readonly string[] =>
  casesOf(call).filter((ref) => stateOf(ref) === "published");

/** Who leaves does so once there is a place; a school that falls away does so then too; a diary is written in the evening. */
function meets(
  { ref, row, state }: Stand<PlaceRow>,
  { rowOf, decisionOf }: Known<PlaceRow>,
): readonly Deed<PlaceRow>[] {
  if (!row) return [];
  if (state === "staying") return [{ does: "writes", row, values: () => ({ done: written.activities }) }];
  if (state !== "hostAcceptance") return [];
  const host = rowOf(placeIn(decisionOf(ref)) ?? "");
  return [...(row.answers === "withdraws" ? [row] : []), ...(host?.answers === "falls" ? [host] : [])].map(
    (leaves) => ({
      does: "says",
      row: leaves,
      word: "withdrawn",
      values: () => ({ reason: written.refused }),
    }),
  );
}
