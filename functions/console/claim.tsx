import { printAmount, printDay } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import type { Cell } from "../documents/workbook.ts";
import { monitor, movedBetween, sumOf } from "../monitoring/programme.ts";
import { callsReadBy } from "../search/search.ts";
import type { Answer } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { Downloads } from "../web/parts/links.tsx";
import { fileOf } from "../web/table-file.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { CallsTable } from "./parts/calls-table.tsx";
import { PeriodQuestion } from "./parts/period-question.tsx";

const filesOf = { csv: paths.monitoringClaimCsv, xlsx: paths.monitoringClaimXlsx };
const columns = ["numbers.paid", "numbers.recovered", "claim.claimed"] as const;

interface Period {
  readonly from: string;
  readonly to: string;
}

/** The days of the address, where they are two and in order. */
function periodIn({ request }: StaffVisit): Period | undefined {
  const [from = "", to = ""] = [request.query.get("from") ?? "", request.query.get("to") ?? ""];
  const areDays = [from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day) && isDay(day));
  return areDays && from <= to ? { from, to } : undefined;
}

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** What each call has paid and got back in a period: what is claimed of the funder for it. */
async function claimedIn({ house, member }: StaffVisit, { from, to }: Period) {
  const { calls } = await monitor(house, await callsReadBy(house, member));
  return calls
    .map((one) => ({ call: one.call, ...movedBetween(one, from, to) }))
    .filter(({ paid, recovered }) => paid !== 0 || recovered !== 0);
}

/** A claim to the funder for a period over all calls; the cases of each are in its own claim. */
export const showPeriodClaim = forStaff(async (visit) => {
  const { view, request } = visit;
  const { ui, language } = view;
  const period = periodIn(visit);
  const claimed = period ? await claimedIn(visit, period) : [];
  const sums = sumsOf(claimed);
  const title = ui.say("claim.title");
  return page(view, {
    title,
    back: paths.monitoring(),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("claim.about")}</p>
        {!period && (request.query.has("from") || request.query.has("to")) ? (
          <p class="govuk-error-message" role="alert">
            {ui.say("claim.wrong")}
          </p>
        ) : null}
        <PeriodQuestion
          view={view}
          title="claim.period"
          from={request.query.get("from") ?? ""}
          to={request.query.get("to") ?? ""}
        />
        {period ? (
          <>
            <h2 class="govuk-heading-m">
              {printDay(period.from, language)} – {printDay(period.to, language)}
            </h2>
            {claimed.length === 0 ? (
              <p class="govuk-body">{ui.say("claim.none")}</p>
            ) : (
              <>
                <Downloads
                  ui={ui}
                  hrefOf={(kind) =>
                    `${filesOf[kind]()}?${new URLSearchParams({ ...period, lang: language })}`
                  }
                />
                <CallsTable
                  caption={title}
                  columns={columns}
                  view={view}
                  rows={[
                    ...claimed.map(({ call, ...spent }) => ({
                      key: call.id,
                      label: call.title[language],
                      href: paths.proof(call.id),
                      cells: inOrder(spent).map((cents) => printAmount(cents, language)),
                    })),
                    {
                      key: "",
                      label: ui.say("proof.whole"),
                      cells: inOrder(sums).map((cents) => <strong>{printAmount(cents, language)}</strong>),
                    },
                  ]}
                />
              </>
            )}
          </>
        ) : null}
      </>
    ),
  });
});

const sumsOf = (all: readonly { readonly paid: number; readonly recovered: number }[]) => ({
  paid: sumOf(all, ({ paid }) => paid),
  recovered: sumOf(all, ({ recovered }) => recovered),
});

/** What was paid, what came back, and what is claimed: the one less the other. */
const inOrder = ({ paid, recovered }: { readonly paid: number; readonly recovered: number }) => [
  paid,
  recovered,
  paid - recovered,
];

/** The same as a file; its last row is what all calls come to. */
export const downloadPeriodClaim = (kind: "csv" | "xlsx") =>
  forStaff(async (visit): Promise<Answer> => {
    const { ui, language } = visit.view;
    const period = periodIn(visit);
    const claimed = period ? await claimedIn(visit, period) : [];
    const euros = (spent: Parameters<typeof inOrder>[0]): Cell[] =>
      inOrder(spent).map((cents) => ({ cents }));
    return fileOf(kind, {
      name: period ? `claim-${period.from}-${period.to}` : "claim",
      title: ui.say("claim.title"),
      header: [ui.say("console.filter.call"), ...columns.map((label) => ui.say(label))],
      rows: [
        ...claimed.map(({ call, ...spent }): Cell[] => [call.title[language], ...euros(spent)]),
        [ui.say("proof.whole"), ...euros(sumsOf(claimed))],
      ],
    });
  });
