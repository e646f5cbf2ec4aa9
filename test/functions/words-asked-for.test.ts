import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";

/** All that is written between quotation marks in the rooms: keys, and how keys are put together. */
const source = globSync("{functions,infra}/**/*.{ts,tsx}")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const written = new Set(Array.from(source.matchAll(/["`]([\w.-]+)["`]/g), ([, key]) => key));

/** Keys with names filled in, such as `role.${role}`; what is filled in may be anything but a blank. */
const putTogether = Array.from(source.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})+)`/g), ([, text = ""]) =>
  text.split(/\$\{[^{}]*\}/),
)
  .filter((parts) => parts.length > 1 && parts.some((part) => part.includes(".") && part.length > 1))
  .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join("\\S+")}$`));

it.each(globSync("{functions,infra}/**/*words/lt.json").toSorted())(
  "no word of %s is left over from a page that is gone",
  (file) => {
    const words = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
    const asked = (key: string) => written.has(key) || putTogether.some((form) => form.test(key));
    const dotted = (key: string) => new RegExp(`\\.${key}\\b`).test(source);
    expect(Object.keys(words).filter((key) => !asked(key) && !(/^\w+$/.test(key) && dotted(key)))).toEqual(
      [],
    );
  },
);
