import { expect, it } from "vitest";
import { joined } from "../../../workflows/blocks/word-parts.ts";

it("joins the words of several parts, of which the last has the last word", () => {
  const shared = { title: "Bendras", text: "Tekstas" };
  const words = joined(shared, { title: "Savas" }, { more: "Daugiau" });
  expect(words).toEqual({ title: "Savas", text: "Tekstas", more: "Daugiau" });
  expect(shared.title).toBe("Bendras");
});
