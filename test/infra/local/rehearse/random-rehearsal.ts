import { stringify } from "csv-stringify/sync";
import { Temporal } from "temporal-polyfill";
import { columns } from "./plain-files.ts";
import { type Chance, seeded } from "./seeded.ts";

/** Two files as somebody might write them. */
export interface RandomRehearsal {
  readonly callText: string;
  readonly peopleText: string;
}

const hosts = {
  IE: ["Dublin", "Cork", "Galway"],
  SI: ["Ljubljana", "Maribor"],
  ES: ["Sevilla", "Madrid", "Las Palmas de Gran Canaria"],
  NO: ["Bergen", "Oslo", "Tromsø"],
  FI: ["Tampere", "Helsinki", "Oulu"],
} as const;

const homes = [
  ["Vilnius", "Vilniaus m."],
  ["Kaunas", "Kauno m."],
  ["Šeduva", "Radviliškio r."],
  ["Naujamiestis", "Panevėžio r."],
  ["Krekenava", "Panevėžio r."],
  ["Juodkrantė", "Neringos"],
  ["Biržai", "Biržų r."],
] as const;

/**
 * A call and its people by chance: few places, scores and times of few values so that many are tied, all behaviours,
 * and people who decline or stay silent one after another; with and without a last day for offers.
 */
export function randomRehearsal(seed: number, size: number): RandomRehearsal {
  const chance = seeded(seed);
  const countries = chance.shuffle(["IE", "SI", "ES", "NO", "FI"] as const).slice(0, chance.whole(1, 5));
  const call = randomCall(chance, seed, countries, size);
  const people = Array.from({ length: size }, (_, index) =>
    randomPerson(chance, index, countries, call.closes),
  );
  return {
    callText: JSON.stringify(call, undefined, 2),
    peopleText: stringify(people, { header: true, columns: [...columns] }),
  };
}

function randomCall(chance: Chance, seed: number, countries: readonly (keyof typeof hosts)[], size: number) {
  const closes = chance.pick(["2027-02-10T23:59:59", "2027-03-28T12:00:00", "2027-05-31T17:00"]);
  const closingDay = Temporal.PlainDateTime.from(closes).toPlainDate();
  const perCountry = <T>(make: (country: keyof typeof hosts) => T): Record<string, T> =>
    Object.fromEntries(countries.map((country) => [country, make(country)]));
  return {
    id: `random-${seed}`,
    process: "foreign-internship",
    opens: "2027-01-11T09:00:00",
    closes,
    places: perCountry(() => chance.whole(0, Math.max(1, Math.floor(size / 12)))),
    minimumScore: chance.pick([0, 50, 60, 60, 60.5, 72.25]),
    scoreGap: chance.pick([0, 5, 10.25, 20, 20]),
    offerDays: chance.whole(1, 8),
    reportDays: chance.whole(10, 40),
    advancePercent: chance.pick([0, 33, 50, 80, 80, 100]),
    travelDays: chance.whole(0, 6),
    ...(chance.percent(50)
      ? { lastOfferDate: closingDay.add({ days: chance.whole(12, 60) }).toString() }
      : {}),
    dailyCents: perCountry(() => chance.whole(7000, 18000)),
    hosts: perCountry((country) => {
      const starts = closingDay.add({ days: chance.whole(120, 220) });
      return {
        institution: `School of ${country}`,
        town: chance.pick(hosts[country]),
        starts: starts.toString(),
        ends: starts.add({ days: chance.whole(0, 24) }).toString(),
      };
    }),
  };
}

function randomPerson(
  chance: Chance,
  index: number,
  countries: readonly string[],
  closes: string,
): Readonly<Record<string, string>> {
  const [town, municipality] = chance.pick(homes);
  const owner = index > 0 && chance.percent(6) ? chance.whole(0, index - 1) : index;
  const email = `p${owner}@school.example`;
  const first = chance.whole(55, 64) + chance.pick([0, 0, 0.5, 0.01]);
  const second = chance.percent(25) ? chance.whole(20, 100) : chance.whole(55, 64);
  return {
    applicant: `${chance.pick(["Ąžuolas", "Zita", "Žibutė", "Adomas", "Čilė", "𝔸na"])} ${index}`,
    email: chance.pick([email, email, ` ${email.toUpperCase()}`]),
    school: "Mokykla",
    municipality,
    town,
    rural: chance.pick(["yes", "no"]),
    experience_years: String(chance.whole(0, 40)),
    language_level: chance.pick(["A1", "B2", "C1"]),
    countries: chance.shuffle(countries).slice(0, chance.whole(1, 2)).join(";"),
    travelled_before: chance.pick(["yes", "no", "no"]),
    iban: "LT121000011101001000",
    submitted_at: timeNear(chance, closes),
    principal: chance.pick([
      "endorse",
      "endorse",
      "endorse",
      "endorse",
      "endorse",
      "endorse",
      "refuse",
      "silent",
    ]),
    screening: chance.pick([
      "eligible",
      "eligible",
      "eligible",
      "eligible",
      "supplement",
      "ineligible",
      "supplement_silent",
    ]),
    score_1: String(first),
    score_2: String(second),
    score_3: String(thirdScore(chance, first, second)),
    offer: chance.pick(["accept", "accept", "decline", "silent"]),
    green: chance.pick(["yes", "no"]),
    attendance: chance.pick(["full", "full", "partial", "partial", "absent"]),
    days_missed: String(chance.pick([1, 2, 3, 7, 15, 60])),
    report: chance.pick(["on_time", "on_time", "returned_once", "never"]),
  };
}

/** A third score anywhere, or exactly between the two where that has two decimals at most. */
function thirdScore(chance: Chance, first: number, second: number): number {
  const between = Math.round((first + second) * 50) / 100;
  return chance.percent(40) ? between : chance.whole(0, 100);
}

/** On a few days, at the closing instant, and a second and a day after it. */
function timeNear(chance: Chance, closes: string): string {
  const end = Temporal.PlainDateTime.from(closes);
  const print = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: "second" });
  if (chance.percent(4)) return print(end.add({ seconds: 1 }));
  if (chance.percent(3)) return print(end.add({ days: 1 }));
  if (chance.percent(5)) return print(end);
  return print(end.subtract({ days: chance.whole(1, 3), hours: chance.whole(0, 2) }));
}
