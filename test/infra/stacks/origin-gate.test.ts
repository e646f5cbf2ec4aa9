import { expect, it } from "vitest";
import { gate, handler } from "../../../infra/stacks/origin-gate.ts";

const asked = async (key: string, headers: Record<string, string> | undefined) =>
  (await gate(key)(headers ? { headers } : {})).isAuthorized;

it("lets in who brings the key that CloudFront has", async () => {
  expect(await asked("right", { "x-kelias-origin": "right" })).toBe(true);
});

it.each([
  ["another key", { "x-kelias-origin": "wrong" }],
  ["a part of it", { "x-kelias-origin": "righ" }],
  ["an empty one", { "x-kelias-origin": "" }],
  ["none", {}],
  ["no headers at all", undefined],
])("refuses who brings %s", async (_, headers) => {
  expect(await asked("right", headers)).toBe(false);
});

it("lets nobody in while it has no key itself", async () => {
  expect(await asked("", { "x-kelias-origin": "" })).toBe(false);
  expect((await handler({ headers: { "x-kelias-origin": "" } })).isAuthorized).toBe(false);
});
