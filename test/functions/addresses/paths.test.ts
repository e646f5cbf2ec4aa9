import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf } from "../../../functions/addresses/of-ref.ts";
import { paths } from "../../../functions/addresses/paths.ts";
import { routes } from "../../../functions/web/portal.ts";
import { find } from "../../../functions/web/router.ts";
import { submitRoutes } from "../../../functions/web/submit-application.ts";

describe("a path", () => {
  it("is the pattern with what is said in its place", () => {
    expect(paths.call("pavasaris")).toBe("/calls/pavasaris");
    expect(paths.paymentRun("pavasaris", 3)).toBe("/console/calls/pavasaris/payments/3");
    expect(paths.my()).toBe("/my");
  });

  it("names a task by its key, which has no sign that a browser would take for a fragment", () => {
    const task = { pk: "case#8cbcfeb8", sk: "task#000001#endorsement" };
    expect(paths.remind("8cbcfeb8", task)).toBe("/console/cases/8cbcfeb8/tasks/000001~endorsement/remind");
    expect(paths.reassign(...placeOf(task))).toBe("/console/tasks/case/8cbcfeb8/000001~endorsement/reassign");
  });

  it("leads back to its address and to what was said, whatever that is", () => {
    const part = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(part, part, (id, name) => {
        const found = find(routes, "GET", paths.say(id, name));
        expect(found).toMatchObject({ outcome: "found", named: { id, name } });
      }),
    );
  });
});

describe("the table of addresses", () => {
  it("has each pattern once", () => {
    const patterns = Object.values(paths).map(({ pattern }) => pattern);
    expect(patterns.filter((pattern, at) => patterns.indexOf(pattern) < at)).toEqual([]);
  });

  it("has every method of every address answered by one function", () => {
    const said = Object.values(paths).flatMap(({ pattern, rights }) =>
      Object.keys(rights).map((method) => `${method.toUpperCase()} ${pattern}`),
    );
    const answered = [...routes, ...submitRoutes].map(({ method, pattern }) => `${method} ${pattern}`);
    expect(answered.toSorted()).toEqual(said.toSorted());
  });
});
