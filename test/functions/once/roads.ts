import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { composeIBAN } from "ibantools";
import { publishCall } from "../../../functions/calls/publish.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import type { Ledger } from "../../../infra/local/rehearse/ledger.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";
import { type RandomRehearsal, randomRehearsal } from "../../infra/local/rehearse/random-rehearsal.ts";
import { times } from "../../thoroughness.ts";

/** A call of one process with its people, to be lived from its opening to the end of the last road. */
export interface Road {
  /** Local time in Vilnius. */
  readonly opens: string;
  readonly live: (world: OpenedWorld, ledger: Ledger) => Promise<void>;
}

/** Every process that can be rehearsed: internships abroad, three kinds of groups, internships in Lithuania. */
export const roadNames = [
  "foreign-internship",
  "supervision",
  "mini-training",
  "peer-coaching",
  "national-internship",
] as const;
export type RoadName = (typeof roadNames)[number];

interface Size {
  /** Of those who are there by chance. */
  readonly people?: number;
  readonly groups?: number;
}

export async function roadOf(
  name: RoadName,
  { people = times(14, 40), groups = times(1, 3) }: Size = {},
): Promise<Road> {
  const { callText, peopleText } = textsOf(name, people, groups);
  const read = await checkCall(callText);
  if (read.outcome === "faulty") throw new Error(read.faults.join());
  const { call } = read.value;
  const cast = readPeople(Buffer.from(peopleText), call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join());
  return {
    opens: call.opens,
    live: async (world, ledger) => {
      await publishCall(world.house, cast.value.given);
      const parts = [{ call, cast: cast.value, events: [] }];
      await play(world, { parts, ledger, onProgress: () => undefined });
    },
  };
}

function textsOf(name: RoadName, people: number, groups: number): RandomRehearsal {
  if (name === "foreign-internship") return withOwnAccounts(randomRehearsal(16, people));
  const callText = shipped(name, "call.json");
  const [header = "", ...lines] = shipped(name, "people.csv").trimEnd().split("\n");
  const kept = name === "national-internship" ? fewerInterns(lines, times(6, 60)) : ofGroups(lines, groups);
  return { callText, peopleText: [header, ...kept].join("\n") };
}

const shipped = (process: string, file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../data/rehearsal/${process}/${file}`, import.meta.url)), "utf8");

/** Everybody has an account of their own: of two who share one, which is asked about it hangs on who signs first at one instant. */
function withOwnAccounts({ callText, peopleText }: RandomRehearsal): RandomRehearsal {
  let number = 0;
  return {
    callText,
    peopleText: peopleText.replaceAll(
      "LT121000011101001000",
      () => composeIBAN({ countryCode: "LT", bban: `10000${String(number++).padStart(11, "0")}` }) ?? "",
    ),
  };
}

/** The second cell of a line is its group. */
function ofGroups(lines: readonly string[], many: number): readonly string[] {
  const groupOf = (line: string) => line.split(",")[1];
  const names = [...new Set(lines.map(groupOf))].slice(0, many);
  return lines.filter((line) => names.includes(groupOf(line)));
}

/** Schools that would have liked somebody who is left out like one fewer. */
function fewerInterns(lines: readonly string[], many: number): readonly string[] {
  const isIntern = (line: string) => line.startsWith("applies,");
  const out = lines
    .filter(isIntern)
    .slice(many)
    .map((line) => line.split(",")[3] ?? "");
  const kept = lines.filter((line) => !out.includes(isIntern(line) ? (line.split(",")[3] ?? "") : ""));
  return kept.map((line) =>
    line
      .split(",")
      .map((cell, column) =>
        column === 11
          ? cell
              .split(";")
              .filter((name) => !out.includes(name))
              .join(";")
          : cell,
      )
      .join(","),
  );
}
