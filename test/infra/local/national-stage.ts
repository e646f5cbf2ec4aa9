import { breakIn } from "../../../functions/cases/road/interrupt.ts";
import { taskPath } from "../../../functions/links.ts";
import { type GroupStage, openGroupStage } from "./group-stage.ts";

const contact = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const register = {
  id: "vietos-2027",
  process: "national-internship-place",
  title: { lt: "Vietos stažuotojams 2027", en: "Places for interns 2027" },
  opens: "2027-01-04T08:00",
  closes: "2027-12-31T23:59:59",
  minimumYears: 8,
  hoursPerDay: 8,
  staff: { coordinator: contact("coordinator"), agency: contact("agency") },
};

/** The call for interns that the register's coordinator announces first. */
export const internships = "vietos-2027-1";
export const call = `call#${internships}`;

/** A school and its place: a week in May for one intern, unless told otherwise. */
export const host = (school: string, more: object = {}) => ({
  school,
  municipality: "Molėtų rajono savivaldybė",
  town: "Molėtai",
  fullName: `${school} kuratorė`,
  email: `${school.toLowerCase().replaceAll(/[^a-z]/g, "")}@mokykla.example`,
  method: "Tyrinėjimais grįstas mokymas",
  offers: "Stebi pamokas ir veda savo.",
  starts: "2027-05-03",
  ends: "2027-05-07",
  capacity: 1,
  ...more,
});

/** A teacher who wants to go to these places, in order. */
export const intern = (name: string, places: readonly string[], more: object = {}) => ({
  fullName: `${name} Mokytoja`,
  email: `${name.toLowerCase()}@mokykla.example`,
  school: "Utenos gimnazija",
  municipality: "Utenos rajono savivaldybė",
  town: "Utena",
  experienceYears: 12,
  principalName: "Jonas Petraitis",
  principalEmail: "vadovas@mokykla.example",
  motivation: "Noriu išmokti.",
  shares: "Kaip vertinti kaupiamuoju balu.",
  places,
  truthful: "yes",
  ...more,
});

export interface NationalStage extends GroupStage {
  /** A word that breaks in on a case or a call. */
  readonly say: (ref: string, name: string, values: object) => Promise<unknown>;
  /** The schools have published a place each, and the coordinator has announced a call with all of them. */
  readonly toCall: (...hosts: readonly object[]) => Promise<readonly string[]>;
  /** Somebody applies, is endorsed and found eligible. */
  readonly admitted: (said: object) => Promise<string>;
  /** What the host of a place answers the call. */
  readonly order: (place: string, said: object) => Promise<void>;
}

export async function openNationalStage(): Promise<NationalStage> {
  const stage = await openGroupStage(register);
  const { world } = stage;
  const say: NationalStage["say"] = async (ref, name, values) => {
    const word = { name, by: "coordinator@agency.example" };
    const said = await breakIn(world.house, await stage.load(ref), word, values);
    await world.settle();
    return said;
  };
  return {
    ...stage,
    say,
    toCall: async (...hosts) => {
      const places: string[] = [];
      for (const one of hosts) {
        const ref = await stage.apply(register.id, one);
        await stage.answer(ref, "approval", { outcome: "approved" });
        places.push(ref);
      }
      const titles = { titleLt: "Stažuotės Lietuvoje", titleEn: "Internships in Lithuania" };
      const announced = await say("call#vietos-2027", "announced", {
        ...titles,
        closes: "2027-02-15",
        places,
      });
      if (JSON.stringify(announced) !== '{"outcome":"accepted"}') throw new Error(JSON.stringify(announced));
      await world.settle();
      return places;
    },
    admitted: async (said) => {
      const ref = await stage.apply(internships, said);
      await stage.answer(ref, "endorsement", { outcome: "endorsed" });
      await stage.answer(ref, "screening", { outcome: "eligible" });
      return ref;
    },
    order: async (place, said) => {
      const { tasks } = await stage.load(call);
      const task = tasks.find((one) => one.status === "open" && one.part === place);
      if (!task) throw new Error(`${place}: not asked`);
      const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
      const { status, body } = await world.request("POST", `/api/tasks${path}`, said, {});
      if (status !== 200) throw new Error(JSON.stringify(body));
      await world.settle();
    },
  };
}
