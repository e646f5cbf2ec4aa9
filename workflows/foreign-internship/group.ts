import * as z from "zod";
import { offer } from "../blocks/offer.ts";
import { successorOf } from "../blocks/participant.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import type { GroupFile, GroupList, Groups } from "../kernel/groups.ts";
import type { Told } from "../kernel/told.ts";
import { hostOf } from "./journey.ts";
import { grant } from "./ledger.ts";
import { countryOf } from "./selection.ts";

const countryTold = (country: string): Told => ({ option: country, of: "countries" });

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

const lists = { participants, rooms };

/** Interns of one country may travel together; whoever gives the place back, loses it or falls silent travels no more. */
export const groups: Groups = {
  destination: (file) => (travels(file) ? countryOf(file) : undefined),
  told: countryTold,
  journey: (file) => {
    const { institution, starts, ends } = hostOf(file);
    return { ...phoneOf(file), institution, starts, ends };
  },
  lists,
  isOutdated: (file) => {
    const worked = latestRecord(file, grant);
    return worked !== undefined && worked.tickets !== (file.travelsWith?.tickets ?? "own");
  },
  amendment: {
    word: "changed",
    says: (file, reason) => {
      const { starts, ends } = hostOf(file);
      return { starts, ends, reason };
    },
  },
};

const goneWith: ReadonlySet<string> = new Set(["withdrawn", "cancelled"]);
const goneAt: ReadonlySet<string> = new Set(["cancellation", "lapse"]);

/** A word that broke in counts at once, before its machine has heard of it. */
const travels = (file: CaseFile): boolean =>
  latestAnswer(file, offer)?.outcome === "accepted" &&
  !file.interruptions.some(({ name }) => goneWith.has(name)) &&
  !file.records.some(({ state }) => goneAt.has(state));

const applied = z.object({ phone: z.string().optional() });

/** The number in the application is that of whoever applied; of a successor none is known. */
function phoneOf(file: CaseFile): { readonly phone?: string } {
  const { phone } = applied.parse(file.application);
  return phone === undefined || successorOf(file) !== undefined ? {} : { phone };
}
