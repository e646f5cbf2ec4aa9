import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify/sync";
import { friendlyFormatIBAN } from "ibantools";
import { type ColumnName, columns } from "../../infra/local/rehearse/plain-files.ts";
import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import { familyNames, mensNames, schoolNames, towns, womensNames } from "./names.ts";

/**
 * Makes the shipped file of invented people for `call.json`: `node --import tsx test/data/rehearsal/make-people.ts`.
 * Towns and municipalities are real; names, schools, addresses and account numbers are made up.
 */

type Row = Record<Exclude<ColumnName, "position">, string>;
type Behaviour = Pick<Row, "principal" | "screening" | "score_1" | "score_2" | "score_3"> &
  Pick<Row, "offer" | "green" | "attendance" | "days_missed" | "report">;

const opens = Date.parse("2027-01-11T09:00:00Z");
const closes = Date.parse("2027-02-10T23:59:59Z");
const countries = ["IE", "SI", "ES", "NO", "FI"] as const;

/** The people as the text of a CSV file. The same seed gives the same people. */
export function makePeople(seed: number, size: number): string {
  const chance = seeded(seed);
  const taken = new Set<string>();
  const people = Array.from({ length: size - 8 }, (_, index) => somebody(chance, index, taken));
  return stringify(withDuplicates(chance, withEdges(people)), {
    header: true,
    columns: [...columns],
    record_delimiter: "unix",
  });
}

function somebody(chance: Chance, index: number, taken: Set<string>): Row {
  const [town, ofTown, municipality, rural] = chance.pick(towns);
  const applicant = newName(chance, taken);
  const first = chance.pick(countries);
  const second = chance.pick(countries);
  return {
    applicant,
    email: `${mailbox(applicant)}@mokykla.example`,
    school: schoolOf(chance, ofTown, rural === "yes"),
    municipality,
    town,
    rural,
    experience_years: String(chance.whole(1, 38)),
    language_level: chance.pick(["A2", "B1", "B1", "B2", "B2", "C1", "C1", "C2"]),
    countries: second === first || chance.percent(25) ? first : `${first};${second}`,
    travelled_before: chance.percent(30) ? "yes" : "no",
    iban: ibanOf(chance, index),
    submitted_at: timeOf(chance),
    ...behaviourOf(chance),
  };
}

/** Most people write on the last days, and in the afternoon. */
function timeOf(chance: Chance): string {
  const early = chance.whole(0, 1000) / 1000;
  const day = new Date(opens + (1 - early ** 3) * (closes - opens)).toISOString().slice(0, 10);
  const hour = day === "2027-01-11" ? chance.whole(10, 22) : chance.whole(7, 22);
  return `${day}T${two(hour)}:${two(chance.whole(0, 59))}:${two(chance.whole(0, 59))}`;
}

function behaviourOf(chance: Chance): Behaviour {
  const nothing = { screening: "", score_1: "", score_2: "", score_3: "" };
  const noJourney = { offer: "", green: "", attendance: "", days_missed: "", report: "" };
  const principal = chance.pick([...often("endorse", 23), "refuse", "silent"]);
  if (principal !== "endorse") return { principal, ...nothing, ...noJourney };
  const screening = chance.pick([
    ...often("eligible", 30),
    "ineligible",
    "ineligible",
    ...often("supplement", 3),
    "supplement_silent",
  ]);
  if (screening === "ineligible" || screening === "supplement_silent") {
    return { principal, ...nothing, screening, ...noJourney };
  }
  return { principal, screening, ...scoresOf(chance), ...journeyOf(chance) };
}

/** Reviewers think alike, but for one application in six. */
function scoresOf(chance: Chance): Pick<Row, "score_1" | "score_2" | "score_3"> {
  const worth = 46 + chance.whole(0, 20) + chance.whole(0, 30);
  const apart = chance.percent(16) ? chance.whole(21, 34) : chance.whole(0, 12);
  const first = Math.min(100, worth + (chance.percent(50) ? apart : 0));
  const second = Math.max(20, chance.percent(50) ? first - apart : Math.min(100, first + apart));
  const third = Math.round((first + second) / 2) + chance.whole(-6, 6);
  const decimals = chance.percent(12) ? chance.pick([".5", ".25", ".75", ".05"]) : "";
  return {
    score_1: first === 100 ? "100" : `${first}${decimals}`,
    score_2: String(second),
    score_3: Math.abs(first - second) >= 20 ? String(third) : "",
  };
}

function journeyOf(chance: Chance): Pick<Row, "offer" | "green" | "attendance" | "days_missed" | "report"> {
  const offer = chance.pick([...often("accept", 15), "decline", "decline", "decline", "silent", "silent"]);
  if (offer !== "accept") return { offer, green: "", attendance: "", days_missed: "", report: "" };
  const green = chance.percent(40) ? "yes" : "no";
  const attendance = chance.pick([...often("full", 16), "partial", "partial", "partial", "absent"]);
  if (attendance === "absent") return { offer, green, attendance, days_missed: "", report: "" };
  const days_missed = attendance === "partial" ? String(chance.pick([1, 2, 3, 5, 40])) : "";
  const report = chance.pick([...often("on_time", 12), "returned_once", "returned_once", "never"]);
  return { offer, green, attendance, days_missed, report };
}

/** Somebody at the closing instant and a second later, two who are tied to the last, and somebody late by a day. */
function withEdges(people: readonly Row[]): Row[] {
  const good = people.filter(({ score_1, score_2 }) => Number(score_1) + Number(score_2) > 150);
  const [last, , tied, alsoTied, third] = good;
  const [tooLate, dayLate, weekLate] = people.filter(({ principal }) => principal === "endorse").slice(-3);
  if (!last || !tied || !alsoTied || !third || !tooLate || !dayLate || !weekLate) {
    throw new Error("the seed makes too few people who do well");
  }
  last.submitted_at = "2027-02-10T23:59:59";
  tooLate.submitted_at = "2027-02-11T00:00:00";
  dayLate.submitted_at = "2027-02-11T08:14:20";
  weekLate.submitted_at = "2027-02-17T12:00:00";
  const { travelled_before, score_1, score_2, score_3, submitted_at } = tied;
  Object.assign(alsoTied, { travelled_before, score_1, score_2, score_3, submitted_at });
  Object.assign(third, { travelled_before, score_1: score_2, score_2: score_1, score_3 });
  for (const { town, rural, municipality, school } of [tied]) {
    Object.assign(alsoTied, { town, rural, municipality, school });
    Object.assign(third, { town, rural, municipality, school });
  }
  return [...people];
}

/** Eight who apply again later, from addresses that look different and are not; one of them after the closing instant. */
function withDuplicates(chance: Chance, people: readonly Row[]): Row[] {
  const again = chance.shuffle(people.filter(({ submitted_at }) => submitted_at < "2027-02-06")).slice(0, 8);
  const spellings = [
    (email: string) => email.toUpperCase(),
    (email: string) => ` ${email} `,
    (email: string) => email,
    (email: string) => `${email.charAt(0).toUpperCase()}${email.slice(1)}`,
  ];
  const repeated = again.map(
    (row, index): Row => ({
      ...row,
      email: spellings[index % spellings.length]?.(row.email) ?? row.email,
      submitted_at:
        index === 7 ? "2027-02-12T09:30:00" : `2027-02-${two(7 + (index % 4))}T2${index % 4}:10:05`,
    }),
  );
  return chance.shuffle([...people, ...repeated]);
}

function newName(chance: Chance, taken: Set<string>): string {
  const isMan = chance.percent(14);
  const [his, wife, daughter] = chance.pick(familyNames);
  const name = isMan
    ? `${chance.pick(mensNames)} ${his}`
    : `${chance.pick(womensNames)} ${chance.percent(65) ? wife : daughter}`;
  if (taken.has(name)) return newName(chance, taken);
  taken.add(name);
  return name;
}

const mailbox = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(" ", ".");

function schoolOf(chance: Chance, ofTown: string, isSmall: boolean): string {
  const kind = chance.pick(["gimnazija", "gimnazija", "progimnazija", "pagrindinė mokykla"]);
  return isSmall ? `${ofTown} ${kind}` : `${ofTown} „${chance.pick(schoolNames)}“ ${kind}`;
}

/** Lithuanian numbers are 20 characters: country, check digits, five of a bank (99…: there is none), eleven of an account. */
function ibanOf(chance: Chance, index: number): string {
  const account = `9900${chance.whole(1, 9)}${String(index + 1).padStart(4, "0")}${chance.whole(1000000, 9999999)}`;
  const check = 98n - (BigInt(`${account}212900`) % 97n);
  const iban = `LT${two(Number(check))}${account}`;
  return chance.percent(50) ? (friendlyFormatIBAN(iban) ?? iban) : iban;
}

const often = <const T>(value: T, times: number): T[] => Array<T>(times).fill(value);

const two = (value: number): string => String(value).padStart(2, "0");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("people.csv", import.meta.url), makePeople(2027, 200));
}
