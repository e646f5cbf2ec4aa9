import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { printAmount } from "../../workflows/kernel/facts/print.ts";
import type { Sums } from "../../workflows/kernel/ledger.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { loadCase } from "../cases/load.ts";
import { isSmall, longestWorkbook } from "../exports/order.ts";
import { readFigures } from "../lines/figures.ts";
import { compareQuestionnaires, type Questioned } from "../numbers/questioned.ts";
import { type ClaimRow, type ClaimSum, claimedIn, claimPage, claimSums, nameOfSum } from "../proof/claim.ts";
import { codeOf } from "../reading/codes.ts";
import type { Messages } from "../reading/messages.ts";
import { wordsOf } from "../reading/process-words.ts";
import { listFormats, type Ordered } from "../store/export-item.ts";
import { idOf, refOfCase } from "../store/keys.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { fromCursor } from "../web/from-cursor.ts";
import { page } from "../web/page.ts";
import { Downloads } from "../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { giveFile } from "./files.tsx";
import { forStaff } from "./guard.ts";
import { AsOf } from "./parts/as-of.tsx";
import { OrderFiles } from "./parts/order-file.tsx";
import { Pages } from "./parts/pages.tsx";

const filesOf = { csv: paths.claimCsv, xlsx: paths.claimXlsx };

/** What the funder asks for: the payment claim, each case's evidence, and what participants said before and after. */
export const showProof = forStaff(async (visit) => {
  const { house, request, view, at } = visit;
  const call = await loadCall(house, at("id"));
  const money = call && (await claimedIn(house, call));
  if (!call || !money) return refusalPage(request, notFound);
  const { ui, language } = view;
  const { process: id, title: callTitle } = summaryOf(call, house.clock.now());
  const words = await wordsOf(id, view);
  const { questionnaire } = await processOf(id);
  const { figures } = await readFigures(house, call.callId);
  const after = request.query.get("after") ?? undefined;
  const shown = await fromCursor((from) => claimPage(house, call, { after: from }), after);
  const here = paths.proof(call.callId);
  const ordered = listFormats.claim
    .filter((format) => format === "csv" || figures.funded <= longestWorkbook)
    .map((format) => orderOfClaim(call.callId, format, language));
  const title = ui.say("proof.title");
  return page(view, {
    title,
    back: paths.consoleCall(call.callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle[language]}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {figures.sums.granted === 0 && shown.rows.length === 0 ? (
          <p class="govuk-body">{ui.say("proof.none")}</p>
        ) : (
          <>
            {isSmall(figures) ? (
              <Downloads ui={ui} hrefOf={(kind) => `${filesOf[kind](call.callId)}?lang=${language}`} />
            ) : (
              <OrderFiles files={ordered} ui={ui} />
            )}
            <AsOf at={figures.at} view={view} />
            <ClaimTable
              rows={shown.rows}
              whole={figures.sums}
              columns={shownIn(claimSums(money), figures.sums).map((sum) => ({
                ...sum,
                label: nameOfSum(sum, ui, words),
              }))}
              view={view}
            />
            <Pages
              first={after === undefined ? undefined : here}
              next={shown.next && `${here}?${new URLSearchParams({ after: shown.next })}`}
              ui={ui}
            />
          </>
        )}
        {questionnaire ? (
          <Questionnaires
            said={compareQuestionnaires(figures.questionnaires, questionnaire.rated)}
            words={words}
            view={view}
          />
        ) : null}
      </>
    ),
  });
});

const orderOfClaim = (callId: string, format: "csv" | "xlsx", language: Language): Ordered => ({
  callId,
  kind: "claim",
  format,
  language,
  said: "",
});

/** The claim as a file for spreadsheets; its last row is what all come to. */
export const downloadClaim = (format: "csv" | "xlsx") =>
  forStaff((visit) => giveFile(visit, orderOfClaim(visit.at("id"), format, visit.view.language)));

/** The evidence of one case as an archive. */
export const downloadPack = forStaff(async ({ house, request, at, view }): Promise<Answer> => {
  const loaded = await loadCase(house, refOfCase(at("id")));
  if (!loaded) return refusalPage(request, notFound);
  const { packOf } = await import("../proof/pack.ts");
  const packed = await packOf(house, loaded, view.language);
  return {
    statusCode: 200,
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${codeOf(loaded.head.pk)}.zip"`,
    },
    body: Buffer.from(packed).toString("base64"),
    isBase64Encoded: true,
  };
});

/** What was granted can be read in the case, and of the others those that there are; the file has all. */
const shownIn = (sums: readonly ClaimSum[], whole: Sums) =>
  sums.filter(
    (sum) =>
      !("name" in sum && sum.name === "granted") &&
      (("name" in sum && sum.name === "committed") || sum.cents(whole) !== 0),
  );

function ClaimTable({
  rows,
  whole,
  columns,
  view,
}: {
  readonly rows: readonly ClaimRow[];
  /** What all rows of all pages come to. */
  readonly whole: Sums;
  readonly columns: readonly { readonly label: string; readonly cents: (sums: Sums) => number }[];
  readonly view: View;
}) {
  const { ui, language } = view;
  const money = (cents: number) => printAmount(cents, language);
  return (
    <DataTable
      caption={ui.say("proof.claim")}
      columns={[
        ...columnsIn(ui, "task.code", "proof.participant", "proof.pack"),
        ...columns.map(({ label }) => ({ label, isNumeric: true })),
      ]}
    >
      <Rows>
        {rows.map(({ loaded, sums: own }) => {
          const id = idOf(loaded.head.pk);
          return (
            <tr class="govuk-table__row" key={id}>
              <td class="govuk-table__cell">
                <a class="govuk-link" href={paths.consoleCase(id)}>
                  {codeOf(loaded.head.pk)}
                </a>
              </td>
              <td class="govuk-table__cell">{loaded.process.people("applicant", loaded.file)?.name}</td>
              <td class="govuk-table__cell">
                <a class="govuk-link" href={`${paths.evidence(id)}?lang=${language}`} download>
                  ZIP <span class="govuk-visually-hidden">{codeOf(loaded.head.pk)}</span>
                </a>
              </td>
              {columns.map(({ label, cents }) => (
                <td class="govuk-table__cell govuk-table__cell--numeric" key={label}>
                  {money(cents(own))}
                </td>
              ))}
            </tr>
          );
        })}
        <tr class="govuk-table__row">
          <th class="govuk-table__header" scope="row" colSpan={3}>
            {ui.say("proof.whole")}
          </th>
          {columns.map(({ label, cents }) => (
            <td class="govuk-table__cell govuk-table__cell--numeric govuk-!-font-weight-bold" key={label}>
              {money(cents(whole))}
            </td>
          ))}
        </tr>
      </Rows>
    </DataTable>
  );
}

/** Counts only, and none of fewer than five people. */
function Questionnaires({
  said,
  words,
  view: { ui },
}: {
  readonly said: Questioned;
  readonly words: Messages;
  readonly view: View;
}) {
  const { both, compared, recommends } = said;
  const [yes, no] = recommends;
  const shown = (count: number | undefined) => (count === undefined ? ui.say("proof.few") : String(count));
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("proof.questionnaire")}</h2>
      {both === undefined ? (
        <p class="govuk-body">{ui.say("proof.questionnaire.few")}</p>
      ) : (
        <>
          <p class="govuk-body">{ui.say("proof.questionnaire.both", { count: both })}</p>
          <DataTable
            caption={ui.say("proof.compared")}
            columns={columnsIn(ui, "proof.competence", "proof.higher", "proof.same", "proof.lower")}
          >
            <Rows>
              {compared.map(({ rated, higher, same, lower }) => (
                <tr class="govuk-table__row" key={rated}>
                  <th class="govuk-table__header" scope="row">
                    {words.say(`rated.${rated}`)}
                  </th>
                  <td class="govuk-table__cell">{shown(higher)}</td>
                  <td class="govuk-table__cell">{shown(same)}</td>
                  <td class="govuk-table__cell">{shown(lower)}</td>
                </tr>
              ))}
            </Rows>
          </DataTable>
          <p class="govuk-body">{ui.say("proof.recommends", { yes: shown(yes), no: shown(no) })}</p>
        </>
      )}
    </>
  );
}
