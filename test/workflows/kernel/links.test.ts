import { expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { linkKinds } from "../../../workflows/kernel/link.ts";

it("what one process gives another one takes, and the other way round", async () => {
  const all = await everyProcess();
  const of = (...does: readonly ("gives" | "takes" | "takesLater")[]) =>
    new Set(all.flatMap(({ links }) => does.flatMap((one) => links?.[one] ?? [])));
  expect(of("gives")).toEqual(new Set(linkKinds));
  expect(of("takes", "takesLater")).toEqual(new Set(linkKinds));
});
