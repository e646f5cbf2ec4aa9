import type { GroupFile, GroupList } from "../kernel/groups.ts";
import type { Told } from "../kernel/told.ts";

export const countryTold = (country: string): Told => ({ option: country, of: "countries" });

/** What all lists say of a group. */
const headOf = (list: string) => ({
  caption: ({ name, destination }: GroupFile): Told => [name, countryTold(destination)],
  facts: {
    tickets: ({ tickets }: GroupFile) => ({ word: `groups.${list}.${tickets}` }),
    meeting: ({ meeting }: GroupFile) => meeting,
  },
});

/** Who travels with a group and how to reach them. */
const participants: GroupList = {
  ...headOf("participants"),
  sentences: ["own", "agency", "leads"],
  columns: {
    name: { share: 25 },
    code: { share: 12 },
    email: { share: 27 },
    phone: { share: 16 },
    days: { share: 20 },
  },
  rows: ({ members }) =>
    members.map(({ ref, name, email, phone = "", starts, ends, leads }) => ({
      name: leads ? { word: "groups.participants.leads", with: { name } } : name,
      code: { ref },
      email,
      phone,
      days: { from: starts, to: ends },
    })),
};

/** Who sleeps where: a room with a free bed, and a person without a room, have a row each, so that nothing is overlooked. */
const rooms: GroupList = {
  ...headOf("rooms"),
  sentences: ["own", "agency", "number", "free"],
  columns: { room: { share: 30 }, beds: { share: 20 }, name: { share: 50 } },
  rows: ({ rooms: all, members }) => {
    const bedded = new Set(all.flatMap(({ sleepers }) => sleepers));
    return [
      ...all.flatMap(({ name, beds, sleepers }, index) => {
        const room: Told = name || { word: "groups.rooms.number", with: { number: index + 1 } };
        const people = members.filter(({ ref }) => sleepers.includes(ref));
        const free = beds - people.length;
        const told: readonly Told[] = [
          ...people.map((one) => one.name),
          ...(free > 0 ? [{ word: "groups.rooms.free", with: { count: free } }] : []),
        ];
        return told.map((person) => ({ room, beds, name: person }));
      }),
      ...members.filter(({ ref }) => !bedded.has(ref)).map(({ name }) => ({ name })),
    ];
  },
};

export const lists = { participants, rooms };
