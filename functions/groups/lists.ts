import { codeOf } from "../reading/codes.ts";
import type { Ui } from "../reading/ui.ts";
import type { Group } from "../store/group-item.ts";
import { periodIn } from "../web/parts/facts.tsx";
import { beddedIn, leaderOf, type Member } from "./members.ts";

/** A list of a group, row by row, as it is printed and written to files. */
export interface GroupList {
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
}

export const listNames = ["participants", "rooms"] as const;
export type ListName = (typeof listNames)[number];

/** Who travels with a group and how to reach them, or who sleeps where. */
export const listOf = (name: ListName, group: Group, members: readonly Member[], ui: Ui): GroupList =>
  name === "participants" ? participants(group, members, ui) : roomingList(group, members, ui);

function participants(group: Group, members: readonly Member[], ui: Ui): GroupList {
  const leader = leaderOf(group, members);
  return {
    columns: [
      { label: ui.say("groups.member"), share: 25 },
      { label: ui.say("task.code"), share: 12 },
      { label: ui.say("facts.email"), share: 27 },
      { label: ui.say("groups.phone"), share: 16 },
      { label: ui.say("facts.place.days"), share: 20 },
    ],
    rows: members.map((member) => {
      const { name, email, phone = "", starts, ends } = member.traveller;
      const who = member === leader ? `${name} (${inSentence(ui, "groups.leads")})` : name;
      return [who, codeOf(member.ref), email, phone, periodIn(ui, starts, ends)];
    }),
  };
}

/** A room with a free bed, and a person without a room, have a row each, so that nothing is overlooked. */
function roomingList(group: Group, members: readonly Member[], ui: Ui): GroupList {
  const { rooms, withoutRoom } = beddedIn(group, members);
  return {
    columns: [
      { label: ui.say("groups.room"), share: 30 },
      { label: ui.say("rooms.beds"), share: 20 },
      { label: ui.say("groups.member"), share: 50 },
    ],
    rows: [
      ...rooms.flatMap(({ name, beds, sleepers }, index) => {
        const room = name || ui.say("rooms.room", { number: index + 1 });
        const people = sleepers.map(({ traveller }) => traveller.name);
        const free = beds - people.length;
        return [...people, ...(free > 0 ? [`(${ui.say("rooms.free", { count: free })})`] : [])].map(
          (person) => [room, String(beds), person],
        );
      }),
      ...withoutRoom.map(({ traveller }) => ["–", "–", traveller.name]),
    ],
  };
}

const inSentence = (ui: Ui, key: "groups.leads"): string => {
  const said = ui.say(key);
  return said.charAt(0).toLocaleLowerCase(ui.language) + said.slice(1);
};
