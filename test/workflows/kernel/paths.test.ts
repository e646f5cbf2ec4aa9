import { describe, expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { type Path, pathsOf } from "../../../workflows/kernel/paths.ts";
import { all, ask, end, part, type State, step, waysOf } from "../../../workflows/kernel/states.ts";
import { processWith } from "./example.ts";

const processes = await everyProcess();

/** A path as `state way, state way, end`. */
const written = ({ passages, end: last }: Path): string =>
  [...passages.map(({ state, way }) => `${state} ${way}`), last].join(", ");

const yesNo = defineForm({ id: "question", outcomes: ["yes", "no"], fields: {} });
const within = days(7);

it("a road comes to no state twice, and every way out of a state begins another", () => {
  const process = processWith("asked", {
    asked: ask("principal", yesNo, { within, on: { yes: "done", no: "refused", expired: "refused" } }),
    done: end("done"),
    refused: end("refused"),
  });
  expect(pathsOf(process).map(written)).toEqual([
    "asked yes, done",
    "asked no, refused",
    "asked expired, refused",
  ]);
});

it("a circle is gone round once, then left by each way that leads out of it", () => {
  const process = processWith("asked", {
    asked: ask("principal", yesNo, { within, on: { yes: "weighed", no: "refused", expired: "asked" } }),
    weighed: step((): { outcome: "again" | "enough" } => ({ outcome: "again" }), {
      again: "asked",
      enough: "done",
    }),
    done: end("done"),
    refused: end("refused"),
  });
  expect(pathsOf(process).map(written)).toEqual([
    "asked yes, weighed enough, done",
    "asked no, refused",
    "asked yes, weighed again, asked no, refused",
    "asked yes, weighed again, asked yes, weighed enough, done",
    "asked expired, asked yes, weighed enough, done",
    "asked expired, asked no, refused",
  ]);
});

it("an interruption is one more way out of each state that it breaks off", () => {
  const process = processWith(
    "asked",
    {
      asked: ask("principal", yesNo, { within, on: { yes: "done", no: "done", expired: "done" } }),
      done: end("done"),
      withdrawn: end("withdrawn"),
    },
    { withdrawn: { by: "applicant", during: ["asked"], to: "withdrawn", form: yesNo } },
  );
  expect(pathsOf(process).map(written)).toContain("asked withdrawn, withdrawn");
});

it("people who are asked together say everything that they can say together", () => {
  const process = processWith("signing", {
    signing: all(
      { school: part("principal", yesNo, { within }), agency: part("agency", yesNo, { within }) },
      "count",
    ),
    count: step((): { outcome: "counted" } => ({ outcome: "counted" }), { counted: "done" }),
    done: end("done"),
  });
  const said = pathsOf(process).map(({ passages }) => passages[0]?.parts);
  const words = ["yes", "no", "expired"];
  expect(said).toEqual(words.flatMap((school) => words.map((agency) => ({ school, agency }))));
});

describe.each(processes.map((process) => ({ id: process.id, process, paths: pathsOf(process) })))(
  "$id",
  ({ process, paths }) => {
    const states = Object.entries<State<string>>(process.states);
    const taken = new Set(
      paths.flatMap(({ passages }) => passages.map(({ state, way }) => `${state} ${way}`)),
    );

    it("takes every way of every state", () => {
      const ways = states.flatMap(([state, definition]) =>
        Object.keys(waysOf(definition)).map((way) => `${state} ${way}`),
      );
      const interruptions = Object.entries(process.interruptions).flatMap(([way, { during }]) =>
        during.map((state) => `${state} ${way}`),
      );
      expect([...taken].toSorted()).toEqual([...ways, ...interruptions].toSorted());
    });

    it("comes to every end", () => {
      const ends = states.filter(([, { kind }]) => kind === "end").map(([state]) => state);
      expect([...new Set(paths.map((path) => path.end))].toSorted()).toEqual(ends.toSorted());
    });

    it("names no path twice, and each leads from the start by ways that are there", () => {
      expect(new Set(paths.map((path) => JSON.stringify(path))).size).toBe(paths.length);
      for (const { passages, end: last } of paths) {
        const along = [...passages.slice(1).map(({ state }) => state), last];
        const led = passages.map(({ state, way }) => leadsTo(state, way));
        expect(led).toEqual(along);
        expect(passages[0]?.state).toBe(process.start);
      }
    });

    it("stays few enough to be walked, each one, whenever something changes", () => {
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.length).toBeLessThanOrEqual(7000);
    });

    function leadsTo(state: string, way: string): string | undefined {
      const definition = process.states[state];
      const word = process.interruptions[way];
      if (word?.during.includes(state)) return word.to;
      return definition ? waysOf(definition)[way] : undefined;
    }
  },
);
