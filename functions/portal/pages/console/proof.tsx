import { compareQuestionnaires, type Questioned } from "../../../../workflows/blocks/questionnaire.ts";
import { printAmount } from "../../../../workflows/facts/print.ts";
import { loadCall, summaryOf } from "../../../calls/calls.ts";
import { loadCase } from "../../../cases/load.ts";
import { claimOf, type PaymentClaim } from "../../../proof/claim.ts";
import type { Head } from "../../../store/items.ts";
import { idOf, refOfCase } from "../../../store/keys.ts";
import type { Answer } from "../../answers.ts";
import { codeOf } from "../../codes.ts";
import { wordsOf } from "../../drafts.ts";
import type { Messages } from "../../messages.ts";
import { columnsIn, DataTable, Rows } from "../../parts/table.tsx";
import { notFound } from "../../refusal.ts";
import { page, type View } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff, type StaffVisit } from "./guard.tsx";

interface Proof {
  readonly call: Head;
  readonly claim: PaymentClaim;
  readonly words: Messages;
}

async function proofOf({ house, at, view }: StaffVisit): Promise<Proof | undefined> {
  const call = await loadCall(house, at("id"));
  const claim = call && (await claimOf(house, call));
  if (!call || !claim) return undefined;
  return { call, claim, words: await wordsOf(summaryOf(call, house.clock.now()).process, view) };
}

/** What the funder asks for: the payment claim, each case's evidence, and what participants said before and after. */
export const showProof = forStaff(async (visit) => {
  const proof = await proofOf(visit);
  if (!proof) return refusalPage(visit.request, notFound);
  const { view, at } = visit;
  const { ui, language } = view;
  const { call, claim } = proof;
  const title = ui.say("proof.title");
  return page(view, {
    title,
    back: paths.consoleCall(at("id")),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summaryOf(call, visit.house.clock.now()).title[language]}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {claim.rows.length === 0 ? (
          <p class="govuk-body">{ui.say("proof.none")}</p>
        ) : (
          <>
            <p class="govuk-body">
              <a class="govuk-link" href={`${paths.proof(at("id"))}/claim.csv?lang=${language}`} download>
                {ui.say("proof.claim.download")}
              </a>
            </p>
            <ClaimTable proof={proof} view={view} />
          </>
        )}
        <Questionnaires
          said={compareQuestionnaires(claim.rows.map(({ loaded }) => loaded.file))}
          view={view}
        />
      </>
    ),
  });
});

/** The claim as a file for spreadsheets; its last row is what all come to. */
export const downloadClaim = forStaff(async (visit): Promise<Answer> => {
  const proof = await proofOf(visit);
  if (!proof) return refusalPage(visit.request, notFound);
  const { spreadsheetOf } = await import("../../../documents/spreadsheet.ts");
  const { ui } = visit.view;
  const { claim, words } = proof;
  const euros = (cents: number) => (cents / 100).toFixed(2);
  const header = [
    ui.say("task.code"),
    ...claim.columns.map((column) => words.say(`claim.${column}`)),
    ...sums.map((name) => ui.say(`proof.${name}`)),
  ];
  const rows = claim.rows.map(({ loaded, said, sums: own }) => [
    codeOf(loaded.head.pk),
    ...said,
    ...sums.map((name) => euros(own[name])),
  ]);
  const whole = [
    ui.say("proof.whole"),
    ...claim.columns.map(() => ""),
    ...sums.map((name) => euros(claim.sums[name])),
  ];
  return {
    statusCode: 200,
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="claim-${visit.at("id")}.csv"`,
    },
    body: spreadsheetOf(header, [...rows, whole]),
  };
});

/** The evidence of one case as an archive. */
export const downloadPack = forStaff(async ({ house, request, at, view }): Promise<Answer> => {
  const loaded = await loadCase(house, refOfCase(at("id")));
  if (!loaded) return refusalPage(request, notFound);
  const { packOf } = await import("../../../proof/pack.ts");
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

/** Of the ledger's sums, those that a funder asks for. */
const sums = ["granted", "advance", "balance", "fee", "recovered", "committed"] as const;

/** What was granted can be read in the case, and of the others those that there are; the file has all. */
const shownIn = ({ sums: whole }: PaymentClaim) =>
  sums.filter((name) => name !== "granted" && (name === "committed" || whole[name] !== 0));

function ClaimTable({ proof: { claim }, view }: { readonly proof: Proof; readonly view: View }) {
  const { ui, language } = view;
  const money = (cents: number) => printAmount(cents, language);
  return (
    <DataTable
      caption={ui.say("proof.claim")}
      columns={[
        ...columnsIn(ui, "task.code", "proof.participant", "proof.pack"),
        ...shownIn(claim).map((name) => ({ label: ui.say(`proof.${name}`), isNumeric: true })),
      ]}
    >
      <Rows>
        {claim.rows.map(({ loaded, sums: own }) => {
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
                <a
                  class="govuk-link"
                  href={`${paths.consoleCase(id)}/evidence.zip?lang=${language}`}
                  download
                >
                  ZIP <span class="govuk-visually-hidden">{codeOf(loaded.head.pk)}</span>
                </a>
              </td>
              {shownIn(claim).map((name) => (
                <td class="govuk-table__cell govuk-table__cell--numeric" key={name}>
                  {money(own[name])}
                </td>
              ))}
            </tr>
          );
        })}
        <tr class="govuk-table__row">
          <th class="govuk-table__header" scope="row" colSpan={3}>
            {ui.say("proof.whole")}
          </th>
          {shownIn(claim).map((name) => (
            <td class="govuk-table__cell govuk-table__cell--numeric govuk-!-font-weight-bold" key={name}>
              {money(claim.sums[name])}
            </td>
          ))}
        </tr>
      </Rows>
    </DataTable>
  );
}

/** Counts only, and none of fewer than five people. */
function Questionnaires({ said, view: { ui } }: { readonly said: Questioned; readonly view: View }) {
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
              {compared.map(({ competence, higher, same, lower }) => (
                <tr class="govuk-table__row" key={competence}>
                  <th class="govuk-table__header" scope="row">
                    {ui.say(`proof.${competence}`)}
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
