import validateDefinition from "asl-validator";
import { describe, expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { compile, machineFunctions } from "../../../workflows/kernel/compile.ts";
import type { State } from "../../../workflows/kernel/states.ts";
import { fieldsOf, recordsOf, statesOf } from "./reading.ts";

const processes = await everyProcess();

/** Identifiers, counters and instants: nothing of this tells anything about a person. */
const payloadNames = [
  "ref",
  "state",
  "visit",
  "arm",
  "part",
  "number",
  "counts",
  "due",
  "movable",
  "heard",
  "machine",
  "token",
  "status",
  "handOver",
];
const variableNames = ["ref", "visit", "since", "at", "parts", "outcome", "heard", "handOverAt"];
const functionsOfJsonata = ["max", "min", "ceil", "count", "exists", "merge", "number", "toMillis"];

/** The variable `$states` is the service's own; only these of its fields are read. */
const readOfStates =
  /^\$states\.(input(\.(ref|from|visit|heard|at|parts|arm|part|number|clock|execution))?|result\.(at|outcome|Payload\.(at|outcome|parts|arm|clock))|errorOutput\.Cause|context\.(Task\.Token|Map\.Item\.Value|State\.EnteredTime|Execution\.(StartTime|Name)))$/;

describe.each(processes.map((process) => ({ id: process.id, process, machine: compile(process) })))(
  "the machine of $id",
  ({ process, machine }) => {
    const states = statesOf(machine);
    const tasks = states.filter(({ state }) => state.Type === "Task");
    const strings = fieldsOf(machine).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
    const expressions = strings.filter((text) => text.startsWith("{%"));

    it("is what the States Language allows, says its validator", () => {
      const { isValid, errorsText } = validateDefinition(
        JSON.parse(
          JSON.stringify(machine).replaceAll(
            /\$\{(\w+)\}/g,
            (_, name) => `arn:aws:lambda:eu-north-1:111122223333:function:${name}`,
          ),
        ),
      );
      expect(errorsText("\n")).toBe("");
      expect(isValid).toBe(true);
    });

    it("is JSONata through and through: no field of JSONPath, no other query language", () => {
      const ofJsonPath =
        /(Path|\.\$)$|^(Parameters|ResultSelector|ItemsPath|Variable|StringEquals|And|Or|Not)$/;
      expect(fieldsOf(machine).filter(({ field }) => ofJsonPath.test(field))).toEqual([]);
      const languages = fieldsOf(machine).filter(({ field }) => field === "QueryLanguage");
      expect(languages.map(({ value }) => value)).toEqual(["JSONata"]);
    });

    it("retries every task, hiccups of the service and what says RetryLater alike", () => {
      expect(tasks.length).toBeGreaterThan(0);
      for (const { state } of tasks) {
        const retried = recordsOf(state.Retry).flatMap(({ ErrorEquals }) => ErrorEquals);
        expect(retried).toEqual(
          expect.arrayContaining([
            "Lambda.TooManyRequestsException",
            "Lambda.ServiceException",
            "RetryLater",
          ]),
        );
      }
    });

    it("waits for nobody without a time limit", () => {
      const waiting = tasks.filter(({ state }) => String(state.Resource).endsWith(".waitForTaskToken"));
      expect(waiting.filter(({ state }) => state.TimeoutSeconds === undefined)).toEqual([]);
    });

    it("calls the four functions of machines and no other", () => {
      const called = fieldsOf(machine).filter(({ field }) => field === "FunctionName");
      const known = machineFunctions.map((name) => `\${${name}}`);
      expect(called.map(({ value }) => value).filter((name) => !known.includes(String(name)))).toEqual([]);
    });

    it("hands on identifiers and instants only, and keeps nothing else", () => {
      const namesIn = (name: string) =>
        fieldsOf(machine)
          .filter(({ field }) => field === name)
          .flatMap(({ value }) => Object.keys(value ?? {}));
      expect(namesIn("Payload").filter((name) => !payloadNames.includes(name))).toEqual([]);
      expect(namesIn("Assign").filter((name) => !variableNames.includes(name))).toEqual([]);
    });

    it("reads nothing but its own variables and the fields that it was promised", () => {
      expect(expressions.length).toBeGreaterThan(0);
      const allowed = new Set([...variableNames, ...functionsOfJsonata].map((name) => `$${name}`));
      const read = expressions
        // Words between quotation marks are outcomes and states.
        .flatMap((text) => [...text.replaceAll(/'[^']*'/g, "").matchAll(/\$states[.\w]+|\$\w+/g)])
        .map(([name]) => name);
      const strange = read.filter((name) => !allowed.has(name) && !readOfStates.test(name));
      expect(strange).toEqual([]);
    });

    it("asks no more people in its own execution than are asked at one instant [Step Functions, inline Map]", () => {
      const together = Object.values<State<string>>(process.states).flatMap((state) =>
        state.kind === "each" ? [state.most ?? "many"] : [],
      );
      const maps = states.filter(({ state }) => state.Type === "Map").map(({ state }) => state);
      expect(maps).toHaveLength(together.length);
      for (const [place, most] of together.entries()) {
        const { ProcessorConfig } = recordsOf([maps[place]?.ItemProcessor])[0] ?? {};
        expect(ProcessorConfig).toEqual(
          typeof most === "number" && most <= 40
            ? { Mode: "INLINE" }
            : { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        );
        // With fewer at once than there are, the last would be asked when the first have answered.
        expect(maps[place]).not.toHaveProperty("MaxConcurrency");
      }
    });

    it("names each state once in the whole machine, in at most 80 characters [Amazon States Language, quotas]", () => {
      const names = states.map(({ name }) => name);
      expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
      expect(names.filter((name) => name.length > 80)).toEqual([]);
    });

    it("comes back from every choice: each state is led to, and each way leads somewhere", () => {
      const led = fieldsOf(machine)
        .filter(({ field }) => field === "Next" || field === "Default" || field === "StartAt")
        .map(({ value }) => value);
      expect(new Set(led)).toEqual(new Set(states.map(({ name }) => name)));
    });

    it("is far below the megabyte that a definition may have", () => {
      expect(JSON.stringify(machine).length).toBeLessThan(500_000);
    });
  },
);
