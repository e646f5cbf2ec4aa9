import { processOf } from "../../workflows/catalogue.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { keysOf, textsOf } from "../mails/call-texts.ts";
import { nameOf, templatesOf } from "../mails/message-templates.ts";
import { parametersIn } from "../reading/message-parameters.ts";
import { messagesOf } from "../reading/messages.ts";
import type { CallText } from "../store/call-text-item.ts";
import type { Head } from "../store/items.ts";
import { textPrefix } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff } from "./guard.ts";
import { newTemplate } from "./message-template.tsx";

/** A mail whose text can be changed in a call, and what it is called. */
export interface NamedText {
  readonly process: string;
  readonly name: string;
  readonly title: string;
}

/** The processes of a call: of its cases, and its own. */
export const processesOf = (head: Head): readonly string[] => [
  ...new Set([summaryOf(head, "").process, head.process]),
];

/** Every mail of a call whose text can be changed, by what it is about. */
export async function textsIn(
  head: Head,
  { language }: Pick<View, "language">,
): Promise<readonly NamedText[]> {
  const ofEach = processesOf(head).map(async (process): Promise<readonly NamedText[]> => {
    const words = await (await processOf(process)).words[language]();
    return Object.keys(words).flatMap((key) => {
      const [, name] = /^(mail\.\w+)\.body$/.exec(key) ?? /^(task\.\w+)\.why$/.exec(key) ?? [];
      const titled = name?.startsWith("task.") ? `${name}.title` : `${name}.subject`;
      const title = words[titled];
      return name === undefined || title === undefined
        ? []
        : [{ process, name, title: messagesOf(words, language).say(titled, unfilled(title, language)) }];
    });
  });
  return (await Promise.all(ofEach)).flat();
}

/** What a title names of a case stands in it by its name. */
const unfilled = (title: string, language: View["language"]) =>
  Object.fromEntries(
    parametersIn(title, language).map(({ name, choices, isCounted }) => [
      name,
      choices ? "other" : isCounted ? 0 : `{${name}}`,
    ]),
  );

/** The mails of a call, and which of them say something of their own. */
export const showMailTexts = forStaff(async ({ house, request, view, at }) => {
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const { ui, language } = view;
  const [texts, kept] = await Promise.all([textsIn(head, view), textsOf(house, head.callId)]);
  const templates = await templatesOf(house, head.callId);
  const latest = new Map(kept.map((one) => [one.sk.slice(0, one.sk.lastIndexOf("#") + 1), one]));
  const of = (isTask: boolean) =>
    texts.filter(({ name }) => (keysOf({ name }).subject === undefined) === isTask);
  const table = (caption: "texts.mails" | "texts.tasks", rows: readonly NamedText[]) =>
    rows.length === 0 ? null : (
      <DataTable caption={ui.say(caption)} stacks columns={columnsIn(ui, "texts.mail", "texts.state")}>
        <Rows>
          {rows.map(({ process, name, title }) => (
            <tr class="govuk-table__row" key={`${process} ${name}`}>
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={paths.mailText(head.callId, process, name)}>
                  {title}
                </a>
              </th>
              <td class="govuk-table__cell" data-label={ui.say("texts.state")}>
                {stateOf(latest.get(textPrefix(process, name)), view)}
              </td>
            </tr>
          ))}
        </Rows>
      </DataTable>
    );
  return page(view, {
    title: ui.say("texts.title"),
    back: paths.settingsOfCall(head.callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(head, house.clock.now()).title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("texts.title")}</h1>
        <p class="govuk-body-l">{ui.say(texts.length === 0 ? "texts.none" : "texts.lead")}</p>
        <h2 class="govuk-heading-m" id="templates">
          {ui.say("templates.title")}
        </h2>
        <p class="govuk-body">{ui.say("templates.lead")}</p>
        <LinkList
          links={[
            ...templates.map((one) => ({
              href: paths.messageTemplate(head.callId, one.id),
              label: nameOf(one),
            })),
            { href: paths.messageTemplate(head.callId, newTemplate), label: ui.say("templates.add") },
          ]}
        />
        {table("texts.mails", of(false))}
        {table("texts.tasks", of(true))}
      </>
    ),
  });
});

function stateOf(latest: CallText | undefined, { ui, language }: View): string {
  if (!latest) return ui.say("texts.standard");
  const said = { by: latest.by.name, time: printTime(latest.at, language) };
  return ui.say(latest.texts ? "texts.changed" : "texts.again", said);
}
