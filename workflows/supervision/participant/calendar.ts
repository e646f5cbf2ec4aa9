import { membershipOf } from "../../blocks/joining.ts";
import { meetingEvents } from "../../blocks/meetings.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import { groupOf } from "../terms.ts";

/** The meetings of the group, as long as one belongs to it. */
export const calendar: Calendar = {
  events: (file) => meetingEvents(membershipOf(file)?.meetings ?? [], groupOf(file).hours),
  brings: { meetingsPlanned: ["meeting"], meetingMoved: ["meeting"] },
  takesBack: { withdrawn: ["meeting"], cancelled: ["meeting"], left: ["meeting"] },
};
