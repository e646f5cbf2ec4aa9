import { Temporal } from "temporal-polyfill";
import { processOf } from "../../workflows/catalogue.ts";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { printDay } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { findCertificate } from "../certificates/find.ts";
import { certificatePath, printNumber, readNumber } from "../certificates/number.ts";
import { caseWords } from "../reading/case-words.ts";
import { rowsUnder, tell, tellerWithoutCase } from "../reading/tell.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { SummaryList } from "../web/parts/summary.tsx";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { NumberQuestion, WrongNumber } from "./parts/number-question.tsx";

/** Asks for a number; one that was typed leads on to its page. Nothing is changed by asking. */
export const askForCertificate: Work = async ({ request }) => {
  const view = await viewOf(request);
  const typed = request.query.get("number");
  if (typed === null) return drawQuestion(view);
  const number = readNumber(typed);
  return number === undefined
    ? drawQuestion(view, typed)
    : redirect(`${certificatePath(number)}?lang=${view.language}`);
};

/** Says to everybody who has the number whether the certificate is valid, and what its paper says. */
export const showCertificate: Work = async ({ house, request, at }) => {
  const view = await viewOf(request);
  const number = readNumber(at("number"));
  if (number === undefined) return drawQuestion(view, at("number"));
  const found = await findCertificate(house.table, number);
  return found ? drawCertificate(view, found) : drawUnknown(view, number);
};

/** The question; with what was typed when it is no number, and why it cannot be one. */
function drawQuestion(view: View, typed?: string): Promise<Answer> {
  const { ui } = view;
  const isWrong = typed !== undefined;
  return page(view, {
    title: ui.say("certificates.title"),
    back: paths.home(),
    hasErrors: isWrong,
    status: isWrong ? 404 : 200,
    body: (
      <>
        <WrongNumber typed={typed} wrong={ui.say("certificates.wrong")} view={view} />
        <h1 class="govuk-heading-l">{ui.say("certificates.title")}</h1>
        <p class="govuk-body">{ui.say("certificates.lead")}</p>
        <NumberQuestion
          action={paths.certificates()}
          label={ui.say("certificates.number")}
          typed={typed}
          wrong={ui.say("certificates.wrong")}
          view={view}
        />
      </>
    ),
  });
}

function drawUnknown(view: View, number: string): Promise<Answer> {
  const { ui } = view;
  return page(view, {
    title: ui.say("certificates.unknown.title"),
    back: paths.certificates(),
    status: 404,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("certificates.unknown.title")}</h1>
        <p class="govuk-body">{ui.say("certificates.unknown.text", { number: printNumber(number) })}</p>
      </>
    ),
  });
}

async function drawCertificate(view: View, item: CertificateItem): Promise<Answer> {
  const { ui, language } = view;
  const process = await processOf(item.process);
  const words = await caseWords({ process }, language);
  const teller = tellerWithoutCase(words);
  const { says, revoked } = item;
  const title = ui.say(revoked ? "certificates.revoked" : "certificates.valid");
  return page(view, {
    title,
    back: paths.certificates(),
    body: (
      <>
        {revoked ? (
          <div class="govuk-warning-text">
            <span class="govuk-warning-text__icon" aria-hidden="true">
              !
            </span>
            <div class="govuk-warning-text__text">
              <h1 class="govuk-heading-l">{title}</h1>
              {ui.say("certificates.revoked.text", { day: dayOf(revoked.at, view) })}{" "}
              {words.say(`revocation.category.${revoked.category}`)}.
            </div>
          </div>
        ) : (
          <div class="kelias-panel">
            <h1 class="govuk-heading-l">{title}</h1>
            <p>{ui.say("certificates.valid.text")}</p>
          </div>
        )}
        <h2 class="govuk-heading-m">{words.say("certificate.title")}</h2>
        <p class="govuk-body">
          <strong>{says.holder}</strong>{" "}
          {words.say("certificate.text", { days: says.days ?? 0, hours: says.hours ?? 0 })}
        </p>
        <SummaryList
          rows={[
            { label: ui.say("certificates.number"), value: printNumber(item.number) },
            { label: ui.say("certificates.call"), value: item.call[language] },
            ...rowsUnder("certificate", process.certificate?.rows ?? {}, says).map(({ label, value }) => ({
              label: tell(label, teller),
              value: tell(value, teller),
            })),
            { label: ui.say("certificates.issued"), value: dayOf(item.issuedAt, view) },
          ]}
        />
      </>
    ),
  });
}

const dayOf = (instant: string, { language }: View): string =>
  printDay(localDay(Temporal.Instant.from(instant)), language);
