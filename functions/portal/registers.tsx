import { processOf } from "../../workflows/catalogue.ts";
import { printDay } from "../../workflows/kernel/facts/print.ts";
import { isCurrent } from "../../workflows/kernel/open.ts";
import { paths } from "../addresses/paths.ts";
import { printNumber, readNumber } from "../certificates/number.ts";
import { spreadsheetOf } from "../documents/spreadsheet.ts";
import { pageOrFirst, type Shown, todayOf, wholeShelf, withNumber } from "../public/read.ts";
import { everyRegister, type Register } from "../public/shelves.ts";
import { caseWords } from "../reading/case-words.ts";
import type { Messages } from "../reading/messages.ts";
import { csv, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { NumberQuestion, WrongNumber } from "./parts/number-question.tsx";
import { ShelfPages, ShelfSearch } from "./parts/shelf-search.tsx";

/** Which registers there are; and asks for the number of an entry, to check it. */
export const showRegisters: Work = async ({ request }) => drawRegisters(await viewOf(request));

/** What was typed as a number leads on to its page. Nothing is changed by asking. */
export const askForEntry: Work = async ({ request }) => {
  const view = await viewOf(request);
  const typed = request.query.get("number") ?? "";
  const number = readNumber(typed);
  return number === undefined
    ? drawRegisters(view, typed)
    : redirect(`${paths.registered(printNumber(number))}?lang=${view.language}`);
};

async function drawRegisters(view: View, typed?: string) {
  const { ui, language } = view;
  const registers = await everyRegister(language);
  const isWrong = typed !== undefined;
  return page(view, {
    title: ui.say("registers.title"),
    back: "/",
    hasErrors: isWrong,
    status: isWrong ? 404 : 200,
    body: (
      <>
        <WrongNumber typed={typed} wrong={ui.say("registers.wrong")} view={view} />
        <h1 class="govuk-heading-l">{ui.say("registers.title")}</h1>
        <LinkList
          links={[
            ...registers.map(({ kind, words }) => ({
              href: paths.register(kind),
              label: words.say(`registers.${kind}`),
            })),
            { href: paths.allOpenData(), label: ui.say("openData.title") },
          ]}
        />
        <h2 class="govuk-heading-m">{ui.say("registers.check")}</h2>
        <NumberQuestion
          action={paths.askForEntry()}
          label={ui.say("public.number")}
          typed={typed}
          wrong={ui.say("registers.wrong")}
          view={view}
        />
      </>
    ),
  });
}

const registerAt = async ({ at }: Visit, { language }: View): Promise<Register | undefined> =>
  (await everyRegister(language)).find(({ kind }) => kind === at("register"));

/** Who stands in a register today and agreed to be shown, by name. */
export const showRegister: Work = async (visit) => {
  const view = await viewOf(visit.request);
  const register = await registerAt(visit, view);
  if (!register) return refusalPage(visit.request, notFound);
  const { ui } = view;
  const { kind, words, process } = register;
  const { query } = visit.request;
  const text = query.get("text") ?? "";
  const after = query.get("after") ?? undefined;
  const { shown, next, isCut } = await pageOrFirst(visit.house, { register: kind }, { text, after });
  const facts = process.registers?.[kind]?.facts ?? [];
  const here = paths.register(kind);
  return page(view, {
    title: words.say(`registers.${kind}`),
    back: paths.registers(),
    body: (
      <>
        <h1 class="govuk-heading-l">{words.say(`registers.${kind}`)}</h1>
        <p class="govuk-body-l">{words.say(`registers.${kind}.lead`)}</p>
        <ShelfSearch action={here} view={view} text={text} />
        {shown.length === 0 ? (
          <p class="govuk-body">{ui.say(text === "" ? "public.empty" : "public.none")}</p>
        ) : (
          <DataTable
            caption={words.say(`registers.${kind}`)}
            captionSize="hidden"
            stacks
            columns={[
              { label: ui.say("registers.holder") },
              ...facts.map((fact) => ({ label: words.say(`registers.${kind}.fact.${fact}`) })),
              { label: ui.say("registers.state") },
              { label: ui.say("registers.until") },
            ]}
          >
            <Rows>
              {shown.map((one) => (
                <EntryRow key={one.row.number} shown={one} process={process} words={words} view={view} />
              ))}
            </Rows>
          </DataTable>
        )}
        {isCut ? <p class="govuk-hint">{ui.say("public.cut")}</p> : null}
        <ShelfPages view={view} here={here} query={query} next={next} />
        <p class="govuk-body">
          <a class="govuk-link" href={paths.registerFile(kind)} download>
            {ui.say("public.csv")}
          </a>
        </p>
      </>
    ),
  });
};

function EntryRow({
  shown: { row },
  process,
  words,
  view: { ui, language },
}: {
  readonly shown: Shown;
  readonly process: Register["process"];
  readonly words: Messages;
  readonly view: View;
}) {
  if (row.says?.as !== "registration") return null;
  const { says } = row;
  const facts = process.registers?.[row.kind]?.facts ?? [];
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell">
        <a class="govuk-link" href={paths.registered(printNumber(row.number))}>
          {says.holder}
        </a>
      </td>
      {facts.map((fact) => (
        <td class="govuk-table__cell" data-label={words.say(`registers.${row.kind}.fact.${fact}`)} key={fact}>
          {factTold(process, row, fact, words)}
        </td>
      ))}
      <td class="govuk-table__cell" data-label={ui.say("registers.state")}>
        {words.say(`registers.${row.kind}.state.${row.state}`)}
      </td>
      <td class="govuk-table__cell" data-label={ui.say("registers.until")}>
        {row.until === undefined ? ui.say("registers.open") : printDay(row.until, language)}
      </td>
    </tr>
  );
}

/** A fact of an entry: of a list, the word for the option. */
function factTold(
  { registers }: Register["process"],
  { kind, says }: Shown["row"],
  fact: string,
  words: Messages,
) {
  const value = says?.as === "registration" ? says.facts[fact] : undefined;
  if (value === undefined) return "–";
  const list = registers?.[kind]?.lists?.[fact];
  return (list === undefined ? undefined : words.maybe(`list.${list}.${value}`)) ?? value;
}

/**
 * Says to everybody who has the number what stands under it today. Whoever did not agree to be named is not named; that there
 * is such an entry, and whether it counts, can be checked all the same.
 */
export const showEntry: Work = async (visit) => {
  const view = await viewOf(visit.request);
  const { ui, language } = view;
  const number = readNumber(visit.at("number"));
  if (number === undefined) return drawRegisters(view, visit.at("number"));
  const shown = await withNumber(visit.house, number);
  const state = shown?.row.state;
  if (!shown || state === undefined) return drawUnknown(view, number);
  const { row } = shown;
  const process = await processOf(shown.process);
  const words = await caseWords({ process }, language);
  const says = row.says?.as === "registration" ? row.says : undefined;
  const isValid = isCurrent(row, todayOf(visit.house));
  const title = ui.say(isValid ? "registers.valid" : "registers.over");
  return page(view, {
    title,
    back: paths.register(row.kind),
    body: (
      <>
        <span class="govuk-caption-l">{words.say(`registers.${row.kind}`)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {says ? null : <p class="govuk-inset-text">{ui.say("registers.unnamed")}</p>}
        <SummaryList
          rows={[
            { label: ui.say("public.number"), value: printNumber(number) },
            ...(says ? [{ label: ui.say("registers.holder"), value: says.holder }] : []),
            ...Object.keys(says?.facts ?? {}).map((fact) => ({
              label: words.say(`registers.${row.kind}.fact.${fact}`),
              value: factTold(process, row, fact, words),
            })),
            { label: ui.say("registers.state"), value: words.say(`registers.${row.kind}.state.${state}`) },
            { label: ui.say("registers.from"), value: printDay(row.from, language) },
            {
              label: ui.say("registers.until"),
              value: row.until === undefined ? ui.say("registers.open") : printDay(row.until, language),
            },
          ]}
        />
      </>
    ),
  });
};

const drawUnknown = (view: View, number: string) =>
  page(view, {
    title: view.ui.say("registers.unknown.title"),
    back: paths.registers(),
    status: 404,
    body: (
      <>
        <h1 class="govuk-heading-l">{view.ui.say("registers.unknown.title")}</h1>
        <p class="govuk-body">{view.ui.say("registers.unknown.text", { number: printNumber(number) })}</p>
      </>
    ),
  });

/** A whole register as a file for spreadsheets. */
export const giveRegister: Work = async (visit) => {
  const register = await registerAt(visit, await viewOf(visit.request));
  if (!register) return refusalPage(visit.request, notFound);
  const { kind, process } = register;
  const facts = process.registers?.[kind]?.facts ?? [];
  const rows: string[][] = [];
  for await (const { row } of wholeShelf(visit.house, { register: kind })) {
    if (row.says?.as !== "registration") continue;
    const said = row.says.facts;
    const cells = facts.map((fact) => said[fact] ?? "");
    rows.push([
      printNumber(row.number),
      row.says.holder,
      ...cells,
      row.state ?? "",
      row.from,
      row.until ?? "",
    ]);
  }
  const header = ["number", "holder", ...facts, "state", "from", "until"];
  return csv(`${kind}.csv`, spreadsheetOf(header, rows));
};
