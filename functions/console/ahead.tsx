import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { Foreseen } from "../../workflows/kernel/foretell.ts";
import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { foreseenFor } from "../cases/road/foresee.ts";
import { digested } from "../mails/digested.ts";
import { readTemplate } from "../mails/template.ts";
import { callTitle, caseWords, nameOfRole, parametersOf } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import type { Messages } from "../reading/messages.ts";
import { stageIn } from "../reading/stages.ts";
import type { Ui } from "../reading/ui.ts";
import { refOfCase } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { Road } from "../web/parts/road.tsx";
import { notFound } from "../web/refusal.ts";
import { forStaff } from "./guard.ts";

/** What a case will see if nobody does anything: its mails and what happens by itself, with dates. Nothing is changed. */
export const showAhead = forStaff(async ({ house, request, view, at }) => {
  const loaded = await loadCase(house, refOfCase(at("id")));
  if (!loaded) return refusalPage(request, notFound);
  const { ui, language } = view;
  const words = await caseWords(loaded, language);
  const now = house.clock.now();
  const stops = foreseenFor(loaded)
    .filter((one) => one.kind !== "mail" || (one.at > now && !isLeftToDigest(one)))
    .map((one) => ({ when: printTime(one.at, language), text: textOf(one, loaded, words, ui) }));
  const name = loaded.process.people("applicant", loaded.file)?.name ?? codeOf(loaded.head.pk);
  return page(view, {
    title: ui.say("ahead.title"),
    back: paths.consoleCase(at("id")),
    body: (
      <>
        <span class="govuk-caption-l">
          {callTitle(loaded, language)}, {name}
        </span>
        <h1 class="govuk-heading-l">{ui.say("ahead.title")}</h1>
        <p class="govuk-body">{ui.say("ahead.lead")}</p>
        {stops.length === 0 ? <p class="govuk-body">{ui.say("ahead.nothing")}</p> : <Road stops={stops} />}
      </>
    ),
  });
});

/** Whoever reads a digest each morning is not reminded by mails of their own. */
const isLeftToDigest = ({ role, template }: Extract<Foreseen, { kind: "mail" }>): boolean =>
  digested.has(role) && readTemplate(template).kind === "reminder";

function textOf(one: Foreseen, loaded: LoadedCase, words: Messages, ui: Ui): string {
  const { process } = loaded;
  switch (one.kind) {
    case "mail":
      return mailText(one, loaded, words, ui);
    case "goesOn":
      return ui.say("ahead.goesOn", { stage: stageIn(process, words, one.state, false) });
    case "ends":
      return ui.say("ahead.ends", { status: words.say(`status.${one.status}`) });
    case "repeats":
      return ui.say("ahead.repeats", { stage: stageIn(process, words, one.state, false) });
    case "waits":
      return ui.say("ahead.waits", { stage: stageIn(process, words, one.state, false) });
  }
}

function mailText(
  { template, role, part }: Extract<Foreseen, { kind: "mail" }>,
  loaded: LoadedCase,
  words: Messages,
  ui: Ui,
): string {
  const read = readTemplate(template);
  const parameters = parametersOf(loaded, words);
  const subject =
    read.kind === "tell"
      ? words.say(`mail.${template}.subject`, parameters)
      : words.say(`task.${read.state}.title`, parameters);
  const person = loaded.process.people(role, loaded.file, part)?.name;
  const who = [person, nameOfRole(words, role).toLocaleLowerCase(ui.language)]
    .filter((said) => said !== undefined && said !== "")
    .join(", ");
  const kind = read.kind === "task" && digested.has(role) ? "digest" : read.kind;
  return ui.say(`ahead.mail.${kind === "code" || kind === "extended" ? "task" : kind}`, { subject, who });
}
