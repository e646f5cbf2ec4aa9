import { describe, expect, it } from "vitest";
import { licenceFaults } from "../../../infra/tools/licences.ts";

const component = (name: string, licenses?: readonly unknown[]) => ({
  components: [{ name, version: "1.0.0", ...(licenses ? { licenses } : {}) }],
});

describe("the licence of a package", () => {
  it.each([
    [[{ license: { id: "MIT" } }]],
    [[{ license: { id: "MPL-2.0" } }]],
    [[{ expression: "(MIT OR GPL-3.0-or-later)" }]],
  ])("%j may be used", (licenses) => {
    expect(licenceFaults(component("one", licenses))).toEqual([]);
  });

  it.each([
    [[{ license: { id: "GPL-3.0-only" } }]],
    [[{ license: { id: "AGPL-3.0-or-later" } }]],
    [[{ license: { name: "SEE LICENSE IN EULA" } }]],
    [[{ expression: "GPL-2.0 OR SSPL-1.0" }]],
    [undefined],
  ])("%j may not, and its package is named", (licenses) => {
    expect(licenceFaults(component("one", licenses))).toEqual([expect.stringMatching(/^one 1\.0\.0: /)]);
  });
});
