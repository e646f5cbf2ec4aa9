import { expect, it } from "vitest";
import { makePseudonyms, pseudonymIn } from "../../../functions/anonymous/pseudonyms.ts";

const made = makePseudonyms(500);

it("pseudonyms are different, and are read as people type them", () => {
  expect(new Set(made).size).toBe(500);
  for (const one of made) {
    expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(pseudonymIn(` ${one.toLowerCase().replace("-", " ")} `)).toBe(one);
    expect(pseudonymIn(one.replaceAll("0", "o").replaceAll("1", "l"))).toBe(one);
  }
});

it("a wrong character always shows, whichever it is", () => {
  for (const one of made.slice(0, 50))
    for (let at = 0; at < one.length; at += 1) {
      if (one[at] === "-") continue;
      const other = one[at] === "7" ? "8" : "7";
      expect(pseudonymIn(one.slice(0, at) + other + one.slice(at + 1))).toBeUndefined();
    }
  for (const none of ["", "XK7Q", "XK7Q-2M9D-AAAA", "Ona Onaitė"]) expect(pseudonymIn(none)).toBeUndefined();
});
