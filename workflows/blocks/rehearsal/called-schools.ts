import * as z from "zod";
import { findMunicipality } from "../../kernel/facts/gazetteer.ts";
import { school as listedSchool, type School } from "../../kernel/facts/schools.ts";
import { listed, readAs } from "./loosely.ts";

const settlements = listedSchool.shape.kind.options;
const bare = (said: string) => said.trim().toLowerCase().replaceAll("ė", "e");
export const settlementIn = (said: string | undefined) =>
  settlements.find((known) => said !== undefined && bare(known) === bare(said));

const { code, founder, pupils, contact } = listedSchool.shape;
const schoolShape = z.object({
  name: z.string().trim().min(1).max(200),
  settlement: z.string().trim().min(1).max(100),
  kind: z.string().optional(),
  code: code.optional().catch(undefined),
  municipality: z.string().optional(),
  founder: founder.catch(undefined),
  pupils: pupils.catch(undefined),
  contact: contact.catch(undefined),
});

/** A list of schools as calls say it: the settlement may be its kind, and who has no code gets one that no other has. */
export const calledSchools = readAs(
  `schools by name, each once and with its settlement (${settlements.join(", ")})`,
  (given): readonly School[] | undefined => {
    const all = z
      .array(schoolShape)
      .min(1)
      .safeParse(listed(given, "name", "settlement")).data;
    // Namesakes are told apart by their codes.
    if (all && new Set(all.map((one) => one.code ?? one.name)).size < all.length) return undefined;
    const taken = new Set(all?.map((one) => one.code));
    let free = 100_000_000;
    const own = () => {
      do free += 1;
      while (taken.has(String(free)));
      return String(free);
    };
    const found = all?.map(({ kind, ...one }) => ({
      ...one,
      kind:
        settlementIn(kind) ?? settlementIn(one.settlement) ?? settlementIn(one.settlement.split(" ").at(-1)),
      code: one.code ?? own(),
      municipality: findMunicipality(one.municipality ?? "")?.name ?? "Vilniaus miesto savivaldybė",
    }));
    return z
      .array(listedSchool)
      .safeParse(found?.map((one) => ({ kind: "miestas", ...JSON.parse(JSON.stringify(one)) }))).data;
  },
);
