import type { Calendar } from "../../kernel/calendar.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { Entry } from "../../kernel/entry.ts";
import type { Led, LedMeeting, LedMember } from "../../kernel/led.ts";
import type { Role } from "../../kernel/roles.ts";
import { joiner, membership } from "./joining.ts";
import { beginsAt, endsAt, meetingEvents } from "./meetings.ts";
import { groupOf, heldIn, meetingsOf } from "./terms.ts";

/** What a group's leader works with: the meetings with who was there, and those who came, who came first first. */
export const ledBy = (leader: Role): Led => ({ by: leader, meetings: meetingsLed, members: membersLed });

/** The meetings in the calendar of whoever leads; mails bring them to those who take part alone. */
export const leadersCalendar: Calendar = {
  events: (file) => meetingEvents(meetingsOf(file), groupOf(file).hours),
  brings: {},
  takesBack: {},
  inFiles: ["meeting"],
};

function meetingsLed(file: CaseFile): readonly LedMeeting[] {
  const held = new Map(heldIn(file).map(({ number, present }) => [number, present]));
  const { hours } = groupOf(file);
  return meetingsOf(file).map((met) => {
    const present = held.get(met.number);
    return {
      number: met.number,
      begins: beginsAt(met),
      ends: endsAt(met, hours),
      place: met.place,
      ...(present ? { present } : {}),
    };
  });
}

function membersLed(file: CaseFile): readonly LedMember[] {
  const areAllHeld = meetingsOf(file).length > 0 && heldIn(file).length === meetingsOf(file).length;
  return (file.entries ?? [])
    .toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))
    .flatMap((entry): LedMember[] => {
      const known = joiner.safeParse(entry.bid).data;
      return known ? [{ ref: entry.ref, ...known, place: placeOf(entry, areAllHeld) }] : [];
    });
}

const inOrder = ({ submittedAt, ref }: Entry): string => `${submittedAt} ${ref}`;

/** Whoever was there to the last meeting has not left, although their road is over by now. */
function placeOf({ decision, ended }: Entry, areAllHeld: boolean): LedMember["place"] {
  const kind = membership.safeParse(decision).data?.kind;
  if (ended && !(areAllHeld && kind === "joined")) return "left";
  return kind ?? "came";
}
