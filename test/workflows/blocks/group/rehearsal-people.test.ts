import { expect, it } from "vitest";
import { checkCall } from "../../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../../infra/local/rehearse/people-file.ts";
import supervision from "../../../data/rehearsal/supervision/call.json" with { type: "json" };

const header = "kind,group,name,email,school,municipality,town,absent,answers";
const asks = "asks,A,Ona,ona@mokykla.example,Gimnazija,Molėtų rajono savivaldybė,Molėtai,,yes";
const call = await checkCall(JSON.stringify(supervision));
if (call.outcome === "faulty") throw new Error(call.faults.join());
const read = (...lines: readonly string[]) =>
  readPeople(Buffer.from([header, ...lines].join("\n")), call.value.call);

it("a line is a school that asks for a group, or somebody who joins it and misses meetings", () => {
  expect(read(asks, "joins,A,Jonas,jonas@mokykla.example,Gimnazija,,,2;5,partly")).toMatchObject({
    outcome: "read",
    value: {
      rows: [
        { line: 2, kind: "asks", group: "A", town: "Molėtai", absent: [], answers: "yes" },
        { line: 3, kind: "joins", name: "Jonas", absent: [2, 5], answers: "partly" },
      ],
    },
  });
});

it.each([
  ["visits,A,Jonas,j@m.example,G,,Utena,,yes", 'column kind: expected asks or joins, found "visits"'],
  ["joins,B,Jonas,j@m.example,G,,,,done", "column group: expected a group that somebody asks for"],
  ["joins,A,,j@m.example,G,,,,done", "column name: expected some text"],
  ["joins,A,Jonas,jonas,G,,,,done", "column email: expected an e-mail address"],
  ["asks,C,Jonas,j@m.example,G,,,,yes", "column town: expected the town of the school"],
  ["joins,A,Jonas,j@m.example,G,,,second,done", "column absent: expected numbers of meetings"],
  ["joins,A,Jonas,j@m.example,G,,,,yes", "column answers: expected done or partly or not_yet"],
])("%s is refused: %s", (line, fault) => {
  const found = read(asks, line);
  if (found.outcome !== "faulty") throw new Error("it was taken");
  expect(found.faults.join("\n")).toContain(`line 3, ${fault}`);
});

it("a file without anybody is refused", () => {
  expect(read()).toMatchObject({ outcome: "faulty" });
});
