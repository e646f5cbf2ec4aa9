import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { applicantIn } from "../blocks/people.ts";
import { staffOf } from "../blocks/staffed.ts";
import type { CodesFor } from "../kernel/anonymous.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import { localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter, dayAt } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Role } from "../kernel/roles.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Says, Shows, Told, ToldRow } from "../kernel/told.ts";
import { callOf, type Item } from "./call.ts";
import { type Published, published, toldMean } from "./results.ts";

/** What a campaign invites a school with. */
const invitation = z.object({
  school: z.string(),
  schoolName: z.string(),
  municipality: z.string(),
  fullName: z.string(),
  email: z.string(),
  invited: z.record(z.string(), z.number()),
});
export type Invitation = z.infer<typeof invitation>;
export const invitedIn = ({ application }: Pick<CaseFile, "application">): Invitation =>
  invitation.parse(application);

/** How many of a group answered, and how often it was reminded (9.7). */
const rate = z.object({
  group: z.string(),
  issued: z.number(),
  answered: z.number(),
  percent: z.number().optional(),
  reminders: z.number(),
});
export type Rate = z.infer<typeof rate>;

/** What the campaign tells a school: its own figures beside those of its municipality and the country. */
const told = z.object({ rates: z.array(rate), results: z.array(published) });
export const toldIn = ({ entry }: Pick<CaseFile, "entry">): z.infer<typeof told> | undefined =>
  told.safeParse(entry?.decision).data;

/** Which school a case is, for its campaign. */
export const bid = z.object({ school: z.string() });

export const enter = (file: CaseFile): StepResult<"entered"> => ({
  outcome: "entered",
  bid: { school: invitedIn(file).school },
});

/** Whose codes a school makes, as long as answers are taken. */
export const codesOf = (file: CaseFile): readonly CodesFor[] => {
  const { school, invited } = invitedIn(file);
  return toldIn(file)
    ? []
    : Object.entries(invited).flatMap(([group, codes]) => (codes > 0 ? [{ school, group, codes }] : []));
};

/** A second after the last instant. */
export const answersEnd: Due = (file) =>
  iso(Temporal.Instant.from(callOf(file).closesAt).add({ seconds: 1 }));

export const weighAnswers = (file: CaseFile): StepResult<"answered" | "nobody"> => ({
  outcome: toldIn(file)?.rates.some(({ answered }) => answered > 0) ? "answered" : "nobody",
});

/** So many days a school has for its plan, from when it is asked. */
export const planDue: Due = (file, now) =>
  iso(vilniusInstant(`${dayAfter(dayAt(now), callOf(file).planDays)}T23:59:59`));

/** A plan that was accepted is something that an application of the school can build on [0.5]. */
export const notePlan = (file: CaseFile, now: string): StepResult<"noted"> => ({
  outcome: "noted",
  links: [
    {
      kind: "improving",
      to: { school: invitedIn(file).school },
      on: dayAt(now),
      what: callOf(file).title[file.language],
    },
  ],
});

/** A year after the close. */
export const yearLater: Due = (file) => {
  const closed = localDay(Temporal.Instant.from(callOf(file).closesAt));
  return iso(vilniusInstant(`${closed.add({ years: 1 })}T09:00:00`));
};

/** Who stands behind each role. */
export function people(role: Role, file: CaseFile): Person | undefined {
  return role === "applicant" ? applicantIn(file) : staffOf(role, file);
}

const known = invitation.partial();
const closing = z.object({ closesAt: z.string().optional() });

export function says(file: CaseFile): Says {
  const { schoolName = "–" } = known.safeParse(file.application).data ?? {};
  const { closesAt } = closing.parse(file.call);
  return { school: schoolName, until: closesAt ? { at: closesAt } : "–" };
}

export const labelOf = ({ id, text }: Item): Told => text ?? id;

const figure = ({ n, mean, agree, hidden }: Published): Told =>
  hidden
    ? { word: "shows.results.few" }
    : mean === undefined
      ? { word: "shows.results.nobody" }
      : { word: "shows.results.figure", with: { n: n ?? 0, mean: toldMean(mean), agree: agree ?? 0 } };

/** A school's figures, each beside its municipality's and the country's. */
function resultRows(file: CaseFile): readonly ToldRow[] {
  const { items } = callOf(file).instrument;
  const all = toldIn(file)?.results ?? [];
  const { school } = invitedIn(file);
  const at = (level: Published["level"], own: Published) =>
    all.find((one) => one.level === level && one.group === own.group && one.item === own.item);
  return all
    .filter(({ level, name }) => level === "school" && name === school)
    .flatMap((own) => {
      const item = items.find(({ id }) => id === own.item);
      const [municipality, country] = [at("municipality", own), at("country", own)];
      if (!item || !municipality || !country) return [];
      const beside = {
        own: figure(own),
        municipality: figure(municipality),
        country: figure(country),
      };
      return [
        {
          label: { word: "shows.results.item", with: { group: own.group, item: labelOf(item) } },
          value: { word: "shows.results.beside", with: beside },
        },
      ];
    });
}

const rateRows = (file: CaseFile): readonly ToldRow[] =>
  (toldIn(file)?.rates ?? []).map(({ group, ...counts }) => ({
    label: group,
    value: {
      word: "shows.rates.answered",
      with: { answered: counts.answered, issued: counts.issued, percent: counts.percent ?? "–" },
    },
  }));

export const shows: Readonly<Record<string, Shows>> = {
  rates: { to: ["applicant", "coordinator"], sentences: ["answered"], rows: rateRows },
  results: {
    to: ["applicant", "coordinator"],
    sentences: ["few", "nobody", "figure", "item", "beside"],
    rows: resultRows,
  },
};
