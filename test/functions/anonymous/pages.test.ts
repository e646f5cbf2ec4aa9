import { expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { ownPathOf } from "../../../functions/cases/people/own-path.ts";
import { inviteAll } from "../../../functions/cases/road/give.ts";
import { idOf, refOfCall } from "../../../functions/store/keys.ts";
import { rehearsal } from "../../../workflows/assessment-campaign/rehearsal.ts";
import { readExample } from "../../examples.ts";
import { demoHouse } from "../demo-house.ts";
import { visitor } from "../web/visitor.ts";

/** A school that was invited, with its own page. */
async function invited(more: object = {}) {
  const house = demoHouse("2027-03-02T10:00:00.000Z");
  const example = await rehearsal.example();
  const { part } = await readExample({ ...example, call: { ...example.call, ...more } });
  await publishCall(house, part.cast.given);
  const call = await loadCase(house, refOfCall(part.call.id));
  if (!call) throw new Error("no call");
  const application = {
    ...{ school: "S1", schoolName: "Inturkės mokykla", municipality: "Molėtų r.", invited: { mokiniai: 3 } },
    ...{ fullName: "Ona Onaitė", email: "ona@mokykla.example" },
  };
  await inviteAll(house, call, [{ id: "S1", application }], house.clock.now());
  const ref = String(house.table.all().find(({ sk }) => String(sk).startsWith("entry#"))?.ref);
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error(ref);
  const [, , id = "", secret = ""] = ownPathOf(house.config.linkSecret, loaded).split("/");
  return { house, slips: paths.slips(id, secret), own: paths.ownCase(idOf(ref), secret) };
}

it("a school makes its codes by a click, and sees them once: a sheet to print, and the same as CSV", async () => {
  const { slips, own, house } = await invited();
  const school = visitor(house);
  expect((await school.get(own)).text).toContain("Anketos kodai");
  expect((await school.get(slips)).text).toContain("Padaryti 3 kodus");
  const sheet = await school.post(slips, { group: "mokiniai", made: "0" });
  expect(sheet.status).toBe(200);
  const links = sheet.body.match(/https:\/\/kelias\.example\/a\/savijauta\/S1\/mokiniai\/[\w-]{22}/g) ?? [];
  expect(new Set(links).size).toBe(3);
  expect(sheet.body).toContain('download="kodai-S1-mokiniai.csv"');
  const again = await school.get(slips);
  expect(again.body).not.toMatch(/\/a\/savijauta/);
  expect((await school.post(slips, { group: "mokiniai", made: "0" })).status).toBe(409);
});

it("a school that was invited reads of its part, not of an application that nobody sent", async () => {
  const { own, house } = await invited();
  const { text } = await visitor(house).get(own);
  expect(text).toContain("Mūsų dalyvavimas");
  expect(text).toContain("Gautas kvietimas dalyvauti");
  // The menu of every page leads to applications.
  const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec((await visitor(house).get(own)).body) ?? [];
  expect(main).not.toMatch(/paraišk/i);
});

it("whoever has a slip answers without a script, in either language, and no log and no table of cases knows of it", async () => {
  const { slips, house } = await invited();
  const sheet = await visitor(house).post(slips, { group: "mokiniai", made: "0" });
  const [link = ""] = sheet.body.match(/\/a\/savijauta\/S1\/mokiniai\/[\w-]{22}/g) ?? [];
  const logged: string[] = [];
  const quiet = { ...house, log: (code: string) => void logged.push(code) };
  const somebody = visitor(quiet);
  const before = house.table.all().length;
  const english = await somebody.get(`${link}?lang=en`);
  expect(english.text).toContain("You answer without a name");
  const page = await somebody.get(`${link}?lang=lt`);
  expect(page.body.match(/type="radio"/g)).toHaveLength(10);
  const wrong = await somebody.post(link, { "item.safe": "9" });
  expect([wrong.status, wrong.body.includes("item.safe-error")]).toEqual([422, true]);
  const sent = await somebody.post(link, { "item.safe": "3", "item.heard": "" });
  expect(sent.status).toBe(303);
  expect((await somebody.get(sent.location)).text).toContain("Ačiū");
  expect((await somebody.post(link, { "item.safe": "3" })).status).toBe(409);
  expect((await somebody.get(`${link.slice(0, -22)}${"A".repeat(22)}`)).status).toBe(404);
  house.at("2027-03-31T13:01:30.000Z");
  expect((await somebody.post(link, { "item.safe": "3" })).status).toBe(410);
  expect(logged).toEqual([]);
  expect(house.table.all()).toHaveLength(before);
});

it("of a study a school gets pseudonyms that are kept nowhere, and whoever answers types one", async () => {
  const { slips, house } = await invited({ sample: { seed: "2027", schools: 3000 } });
  const sheet = await visitor(house).post(slips, { group: "mokiniai", made: "0" });
  const pseudonyms = sheet.body.match(/[0-9A-Z]{4}-[0-9A-Z]{4}(?=<\/th>)/g) ?? [];
  expect(pseudonyms).toHaveLength(3);
  expect(sheet.body).toContain('download="pseudonimai-S1-mokiniai.csv"');
  const kept = () => JSON.stringify([house.table.all(), house.answers.all()]);
  for (const one of pseudonyms) expect(kept()).not.toContain(one);
  const [link = ""] = sheet.body.match(/\/a\/savijauta\/S1\/mokiniai\/[\w-]{22}/g) ?? [];
  const somebody = visitor(house);
  expect((await somebody.get(`${link}?lang=lt`)).text).toContain("Kieno kuris pseudonimas, žino tik mokykla");
  const wrong = await somebody.post(link, { "item.safe": "3", pseudonym: "XK7Q-2M9" });
  expect([wrong.status, wrong.body.includes('id="pseudonym-error"')]).toEqual([422, true]);
  expect(wrong.body).toContain('value="XK7Q-2M9"');
  const [own = ""] = pseudonyms;
  expect((await somebody.post(link, { "item.safe": "3", pseudonym: own.toLowerCase() })).status).toBe(303);
  expect(house.answers.all().filter(({ values }) => values)).toMatchObject([
    { pseudonym: own, values: { safe: 3 } },
  ]);
  expect(JSON.stringify(house.table.all())).not.toContain(own);
});
