import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { CaseFile } from "../../workflows/kernel/case-file.ts";
import { rolesOf } from "../../workflows/kernel/roles.ts";
import { applicationsIn, everyExample } from "../examples.ts";

const processes = await everyProcess();
const examples = await everyExample();

/** A case in which nothing stands yet. */
const nothing: CaseFile = {
  ref: "case#a",
  process: "",
  language: "lt",
  application: {},
  submittedAt: "2027-01-10T08:00:00.000Z",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: {},
  callId: "demo",
};

describe.each(processes.map((process) => [process.id, process] as const))(
  "the people of %s",
  (id, process) => {
    const roles = rolesOf(process);

    it("are nobody in a case in which nothing stands", () => {
      for (const role of roles)
        expect([role, process.people(role, { ...nothing, process: id })]).toEqual([role, undefined]);
    });

    it.each(examples.map((example) => [example.id, example] as const))(
      "are known or nobody where somebody has applied as for %s",
      (_, example) => {
        for (const application of applicationsIn(example)) {
          const file = { ...nothing, process: id, application, call: example.part.cast.given };
          for (const role of roles) {
            const person = process.people(role, file);
            if (person)
              expect([role, person]).toEqual([
                role,
                expect.objectContaining({ name: expect.any(String), email: expect.any(String) }),
              ]);
          }
        }
      },
    );
  },
);
