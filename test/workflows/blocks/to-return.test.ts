import { expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import type { State } from "../../../workflows/kernel/states.ts";

/** Internships abroad are older than the mail: what comes back there is said by the mail of the road's end. */
const tellsOtherwise = ["foreign-internship"];

it("whoever has to give money back is told when it is settled, in every process", async () => {
  const silent = (await everyProcess()).flatMap(({ id, states }) =>
    Object.entries<State<string>>(states).flatMap(([name, state]) =>
      state.kind === "step" && Object.hasOwn(state.on, "overpaid") && !state.tells.includes("toReturn")
        ? [`${id} ${name}`]
        : [],
    ),
  );
  expect(silent.filter((one) => !tellsOtherwise.includes(one.split(" ")[0] ?? ""))).toEqual([]);
});
