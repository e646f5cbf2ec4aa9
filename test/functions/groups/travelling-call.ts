import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { loadGroup } from "../../../functions/groups/groups.ts";
import { type Member, membersOf } from "../../../functions/groups/members.ts";
import type { Group } from "../../../functions/store/group-item.ts";
import { entryKey, headKey, idOf, recordKey, taskKey } from "../../../functions/store/keys.ts";
import { demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";

/** The demo call with its staff, and people who have accepted a place in it. */
export async function travellingCall() {
  const house = demoHouse();
  await publishCall(house, { ...demoCall, places: { IE: 9, FI: 9 } });

  const caseNames: string[] = [];

  /** One of the staff, in the console by the link of a digest. */
  const staff = async (name: string) => {
    const member = visitor(house);
    const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
    await member.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
    return member;
  };

  /** Somebody who has accepted a place and is asked for a plan; the case's id. */
  async function hasPlace(fullName: string, country = "FI"): Promise<string> {
    const email = `${caseNames.push(fullName)}.asmuo@mokykla.example`;
    const raw = { ...demoApplication, fullName, email };
    const submitted = await submitApplication(house, {
      callId: "demo",
      language: "lt",
      raw,
      draftId: fullName,
    });
    if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
    const { ref } = submitted;
    await house.table.change(entryKey("demo", ref), {
      set: { state: "plan", decision: { kind: "offered", position: 1, country } },
    });
    await answered(ref, 8, "offer", "accepted");
    return idOf(ref);
  }

  const answered = (ref: string, visit: number, state: string, outcome: string) =>
    house.table.put({
      ...taskKey(ref, visit, state),
      kind: "ask",
      state,
      visit,
      status: "answered",
      token: "t",
      arm: 0,
      openedAt: "2027-01-09T08:00:00.000Z",
      role: "applicant",
      form: state,
      outcome,
      values: {},
      closedAt: "2027-01-09T09:00:00.000Z",
      by: "",
    });

  /** The grant of a case was worked out, as if its own tickets were bought so; the case then stands in a state. */
  async function isGranted(id: string, tickets: "own" | "agency", state = "agreement"): Promise<void> {
    const ref = `case#${id}`;
    await house.table.put({
      ...recordKey(ref, 10, "grant"),
      state: "grant",
      visit: 10,
      step: "grant",
      outcome: "calculated",
      data: {
        km: 600,
        green: false,
        tickets,
        days: 7,
        dailyCents: 11_000,
        travelCents: 0,
        grantCents: 77_000,
        advanceCents: 61_600,
        lines: [],
      },
      parts: [],
      at: "2027-01-09T10:00:00.000Z",
    });
    await house.table.change(entryKey("demo", ref), { set: { state } });
  }

  /** Withdrawn a moment ago: the machine of the case has not heard of it. */
  const withdraws = (id: string) =>
    house.table.change(headKey(`case#${id}`), {
      set: {
        interruptions: [
          { name: "withdrawn", at: house.clock.now(), by: "", state: "plan", visit: 9, values: {} },
        ],
      },
      add: { interrupted: 1 },
    });

  /** The coordinator put an address of the case right. */
  const isCorrected = (id: string, was: string, now: string) =>
    house.table.change(headKey(`case#${id}`), {
      set: { corrections: [{ was, now, at: house.clock.now(), by: "", reason: "" }], corrected: 1 },
    });

  const groupOf = async (number: number): Promise<Group> => {
    const group = await loadGroup(house, "demo", number);
    if (!group) throw new Error(`no group ${number}`);
    return group;
  };
  const namesIn = async (number: number): Promise<readonly string[]> =>
    (await membersOf(house, await groupOf(number))).map(({ traveller }) => traveller.name);

  const memberOf = async (number: number, id: string): Promise<Member> => {
    const member = (await membersOf(house, await groupOf(number))).find(({ ref }) => ref === `case#${id}`);
    if (!member) throw new Error(`${id} is not in group ${number}`);
    return member;
  };

  return { house, staff, hasPlace, isGranted, withdraws, isCorrected, groupOf, memberOf, namesIn };
}

export const groupsPath = "/console/calls/demo/groups";

/** What a coordinator types to make a group. */
export const newGroup = (leader: string, ...others: readonly string[]) => ({
  name: "Tamperės grupė",
  tickets: "agency",
  leader,
  meeting: "Vilniaus oro uostas, 6.30 val.",
  member: [leader, ...others],
});
