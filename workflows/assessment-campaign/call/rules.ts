import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { instrumentNamed } from "../../blocks/instrument.ts";
import { callOffCases } from "../../blocks/standing.ts";
import type { CaseDecision } from "../../kernel/case-decision.ts";
import { type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { dayAfter, dayAt } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { halfUp } from "../../kernel/half-up.ts";
import type { Heard, PlaceCount } from "../../kernel/heard.ts";
import type { Linking } from "../../kernel/link.ts";
import { openDataName } from "../../kernel/open-data.ts";
import { defineRecord } from "../../kernel/record.ts";
import type { Due } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import type { Shows, Told, ToldRow } from "../../kernel/told.ts";
import { callOf, schoolsIn } from "../call.ts";
import { openDataOf } from "../open-data.ts";
import { type Published, resultsOf, type Trial, toldMean, trialOf } from "../results.ts";
import { bid, type Invitation, labelOf, type Rate } from "../rules.ts";
import { type Change, change, changesOf } from "../study.ts";

/** Whom a day's reminders went to. */
const reminded = defineRecord(
  "reminded",
  z.object({ day: z.string(), groups: z.array(z.object({ school: z.string(), group: z.string() })) }),
);

/** How many of each group had answered at the close: nothing tells it afterwards. */
const counted = defineRecord(
  "counted",
  z.object({
    groups: z.array(
      z.object({ school: z.string(), group: z.string(), issued: z.number(), answered: z.number() }),
    ),
  }),
);

/** How a pilot went, by which the commission approves an instrument; and what a study has found beside the one before. */
const tried = defineRecord(
  "tried",
  z.object({
    alpha: z.number().optional(),
    complete: z.number().optional(),
    blankPercent: z.number().optional(),
    changes: z.array(change).optional(),
  }),
);

/** How a pilot went, for whoever enters it where the instrument waits for approval. */
export const trial: Shows = {
  to: ["coordinator", "agency"],
  rows: {
    alpha: (file) => toldAlpha(latestRecord(file, tried)?.alpha),
    complete: (file) => latestRecord(file, tried)?.complete,
    blankPercent: (file) => latestRecord(file, tried)?.blankPercent,
  },
};
const toldAlpha = (alpha: number | undefined): Told | undefined =>
  alpha === undefined ? undefined : toldMean(alpha);

/** What the same people said in the study before and in this one. */
export const compared: Shows = {
  to: ["coordinator", "agency"],
  sentences: ["of", "few", "means"],
  rows: (file) =>
    (latestRecord(file, tried)?.changes ?? []).map(
      ({ group, item, pairs, before, now }): ToldRow => ({
        label: { word: "shows.compared.of", with: { group, item: labelIn(file, item) } },
        value:
          pairs === undefined || before === undefined || now === undefined
            ? { word: "shows.compared.few" }
            : {
                word: "shows.compared.means",
                with: { pairs, before: toldMean(before), now: toldMean(now) },
              },
      }),
    ),
};

function labelIn(file: CaseFile, id: string): Told {
  const found = callOf(file).instrument.items.find((one) => one.id === id);
  return found ? labelOf(found) : id;
}

/** The schools that are asked come in once the campaign has opened. */
export const opening: Due = (file) => callOf(file).opensAt;

export const invite = (file: CaseFile): StepResult<"invited"> => ({
  outcome: "invited",
  invites: schoolsIn(file.call).map(({ code, name, municipality, contact, invited }) => ({
    id: code,
    application: {
      ...{ school: code, schoolName: name, municipality, invited },
      ...{ fullName: contact.name, email: contact.email },
    } satisfies Invitation,
  })),
});

const remindedDays = ({ records }: CaseFile): readonly string[] =>
  records.filter(({ step }) => step === reminded.id).map(({ data }) => reminded.schema.parse(data).day);

/** When a day's reminders go: at nine, or as soon as answers are taken, and not after the last of them. */
function goesAt(file: CaseFile, day: string): string {
  const { opensAt, closesAt } = callOf(file);
  const nine = iso(vilniusInstant(`${day}T09:00:00`));
  const [first, last] = [opensAt, closesAt].map((one) => iso(Temporal.Instant.from(one)));
  return [[nine, first ?? nine].toSorted().at(-1) ?? nine, last ?? nine].toSorted()[0] ?? nine;
}

/** No request that came before the last instant is under way any more. */
const grace = { seconds: 60 };

const closing = (file: CaseFile): string =>
  iso(Temporal.Instant.from(callOf(file).closesAt).add({ seconds: 1 }).add(grace));

const toRemind = (file: CaseFile): readonly string[] => {
  const done = remindedDays(file);
  return callOf(file)
    .reminders.filter((day) => !done.includes(day))
    .toSorted();
};

/** The next reminders, or the close. */
export const nextTurn: Due = (file) => {
  const [day] = toRemind(file);
  return day === undefined ? closing(file) : goesAt(file, day);
};

/** Those of a group who had answered on earlier days. */
const answeredBefore = ({ answered }: PlaceCount, day: string): number =>
  answered.reduce((sum, one) => sum + (one.day < day ? one.count : 0), 0);

/** Reminds schools of groups of which too few have answered (9.7); afterwards nothing is left but to close. */
export function turn(file: CaseFile, now: string): StepResult<"reminded" | "waits" | "closes"> {
  const [day] = toRemind(file);
  if (day === undefined) return { outcome: now < closing(file) ? "waits" : "closes" };
  if (now < goesAt(file, day)) return { outcome: "waits" };
  const { responsePercent } = callOf(file);
  const groups = heardIn(file).places.filter(
    (place) => answeredBefore(place, day) * 100 < responsePercent * place.issued,
  );
  const schools = new Set(groups.map(({ school }) => school));
  return {
    outcome: "reminded",
    record: {
      id: reminded.id,
      data: { day, groups: groups.map(({ school, group }) => ({ school, group })) },
    },
    decisions: casesIn(file).flatMap(({ ref, school }) =>
      schools.has(school) ? [{ ref, tell: "responseReminder" }] : [],
    ),
  };
}

function heardIn({ heard, ref }: CaseFile): Heard {
  if (!heard) throw new Error(`${ref}: its step hears nobody`);
  return heard;
}

/** The cases that still go on, by their school. */
const casesIn = ({ entries = [] }: CaseFile) =>
  entries.flatMap(({ ref, bid: brought, ended }) => {
    const known = bid.safeParse(brought);
    return known.success && !ended ? [{ ref, school: known.data.school }] : [];
  });

/** Counts who answered, while slips are there, and cuts the answers loose. */
export const close = (file: CaseFile): StepResult<"untied"> => ({
  outcome: "untied",
  record: {
    id: counted.id,
    data: {
      groups: heardIn(file).places.map(({ school, group, issued, answered }) => ({
        ...{ school, group, issued },
        answered: answered.reduce((sum, { count }) => sum + count, 0),
      })),
    },
  },
  unties: true,
});

/** What the campaign came to. */
function publishedOf(file: CaseFile): readonly Published[] {
  const { instrument, least } = callOf(file);
  const asked = { schools: schoolsIn(file.call), items: instrument.items, least };
  return resultsOf(asked, heardIn(file).answers);
}

/** Tells each school its own figures beside those of its municipality and the country; of a pilot it is kept how it went. */
export function tellSchools(file: CaseFile, now: string): StepResult<"told"> {
  const { instrument, pilot, compares } = callOf(file);
  const all = publishedOf(file);
  const trial = pilot ? trialOf(instrument.items, heardIn(file).answers) : undefined;
  const rates = ratesOf(file);
  const townOf = new Map(schoolsIn(file.call).map(({ code, municipality }) => [code, municipality]));
  const byUnit = Map.groupBy(all, ({ level, name }) => `${level} ${name}`);
  const decisions: CaseDecision[] = casesIn(file).map(({ ref, school }) => ({
    ref,
    signal: "counted",
    decision: {
      rates: rates.get(school) ?? [],
      results: ["country LT", `municipality ${townOf.get(school)}`, `school ${school}`].flatMap(
        (unit) => byUnit.get(unit) ?? [],
      ),
    },
  }));
  return {
    outcome: "told",
    ...(trial ? { links: [triedIn(file, trial, now)] } : {}),
    ...(trial || compares !== undefined
      ? {
          record: {
            id: tried.id,
            data: {
              ...trial,
              ...(compares === undefined ? {} : { changes: changed(file) }),
            },
          },
        }
      : {}),
    decisions,
  };
}

/** How a pilot went is for whoever approves that version of the instrument: they name it as the campaign does. */
function triedIn(file: CaseFile, trial: Trial, now: string): Linking {
  const { instrument, title } = callOf(file);
  const figures = Object.fromEntries(
    Object.entries(trial).flatMap(([name, figure]) => (figure === undefined ? [] : [[name, figure]])),
  );
  const to = { thing: instrumentNamed(instrument.id, instrument.version) };
  return { kind: "tried", to, on: dayAt(now), what: title[file.language], figures };
}

/** What those who answered both studies said before and now. */
function changed(file: CaseFile): readonly Change[] {
  const { instrument, least } = callOf(file);
  const { answers, before = [] } = heardIn(file);
  return changesOf({ items: instrument.items, least }, before, answers);
}

function ratesOf(file: CaseFile): ReadonlyMap<string, readonly Rate[]> {
  const known = latestRecord(file, counted)?.groups ?? [];
  const sent = file.records
    .filter(({ step }) => step === reminded.id)
    .flatMap(({ data }) => reminded.schema.parse(data).groups);
  const rates = known.map(({ school, group, issued, answered }) => ({
    school,
    group,
    issued,
    answered,
    ...(issued > 0 ? { percent: halfUp(100 * answered, issued) } : {}),
    reminders: sent.filter((one) => one.school === school && one.group === group).length,
  }));
  return new Map(
    [...Map.groupBy(rates, ({ school }) => school)].map(([school, own]) => [
      school,
      own.map(({ school: _, ...counts }) => counts),
    ]),
  );
}

/** When schools have had their time for plans, the figures are for everybody. */
export const opensData: Due = (file) => {
  const { closesAt, planDays } = callOf(file);
  return iso(vilniusInstant(`${dayAfter(dayAt(closesAt), planDays + 1)}T09:00:00`));
};

export const publish = (file: CaseFile): StepResult<"published"> => ({
  outcome: "published",
  document: { name: openDataName, data: openDataOf(callOf(file), publishedOf(file)) },
});

/** Nobody is told anything by answers of a campaign that fell away. */
export const callOff = (file: CaseFile): StepResult<"told"> => ({ ...callOffCases(file), unties: true });
