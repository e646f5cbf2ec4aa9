import { printTime } from "../../workflows/kernel/facts/print.ts";
import { groupLed, joinedIn, wasThere } from "../groups/led.ts";
import { callTitle } from "../reading/case-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import { fileOf } from "../web/table-file.ts";
import { viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";

/** The people of a group as a file for spreadsheets, with a column for each meeting. */
export const giveLedList: Work = async ({ house, request, at }) => {
  const group = await groupLed(house, at("id"), at("secret"));
  const [name, kind] = at("file").split(".");
  if (!group || name !== "people" || (kind !== "csv" && kind !== "xlsx"))
    return refusalPage(request, notFound);
  const { ui, language } = await viewOf(request, group.loaded.head.language);
  const meetings = group.led.meetings(group.loaded.file);
  const joined = await joinedIn(house, group);
  const marks = { yes: ui.say("yes"), no: ui.say("no") };
  return fileOf(kind, {
    name: `kelias-${at("id")}`,
    title: callTitle(group.loaded, language),
    header: [
      ui.say("groups.member"),
      ui.say("console.school"),
      ui.say("signIn.email.label"),
      ui.say("led.place"),
      ...meetings.map(({ number, begins }) => `${number}. ${printTime(begins, language)}`),
    ],
    rows: joined.map((one) => [
      one.name,
      one.school,
      one.email,
      ui.say(`led.place.${one.place}`),
      ...meetings.map((met) => {
        const was = wasThere(met, one);
        return was === undefined ? "" : marks[was ? "yes" : "no"];
      }),
    ]),
  });
};
