import { describe, expect, it } from "vitest";
import { paths } from "../../functions/addresses/paths.ts";
import { casePath } from "../../functions/links.ts";
import { idOf, isCall } from "../../functions/store/keys.ts";
import { everyExample } from "../examples.ts";
import { enterPath } from "../functions/web/enter.ts";
import { visitor } from "../functions/web/visitor.ts";
import { played } from "./played.ts";

const examples = await everyExample();

describe.each(examples)("what came of the example of $id", (example) => {
  it("opens, case by case, for whose it is and for its coordinator, in both languages", async () => {
    await played(example, async ({ house }, all) => {
      const { linkSecret } = house.config;
      const anybody = visitor(house);
      const wrong: unknown[] = [];
      const cases = all.filter(({ head }) => !isCall(head.pk));
      expect(cases).not.toEqual([]);
      for (const { head, process, file } of cases) {
        const coordinator = process.people("coordinator", file);
        const staff = visitor(house);
        if (coordinator) await staff.post(enterPath(linkSecret, coordinator.email, 2_500_000_000));
        const opened = [
          { who: anybody, at: casePath(linkSecret, head.pk) },
          ...(coordinator ? [{ who: staff, at: paths.consoleCase(idOf(head.pk)) }] : []),
        ];
        for (const { who, at } of opened)
          for (const language of ["lt", "en"]) {
            const { status, text } = await who.get(`${at}?lang=${language}`);
            if (status !== 200 || /undefined|NaN|\[object/.test(text))
              wrong.push([process.id, at, language, status]);
          }
      }
      expect(wrong).toEqual([]);
    });
  });
});
