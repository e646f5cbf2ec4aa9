import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { certificatePath, printNumber } from "../certificates/number.ts";
import { revoke } from "../certificates/revoke.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import { refOfCase } from "../store/keys.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { readSaying } from "../web/parts/saying.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { notFound } from "../web/refusal.ts";
import type { Typed } from "../web/typed.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** A case with a certificate, and the form with which it is taken back. */
type Certified = LoadedCase & { readonly certificate: CertificateItem; readonly revocation: Form };

async function certifiedCase({ house, at }: StaffVisit): Promise<Certified | undefined> {
  const loaded = await loadCase(house, refOfCase(at("id")));
  const { certificate, process } = loaded ?? {};
  return loaded && certificate && process?.certificate
    ? { ...loaded, certificate, revocation: process.certificate.revocation }
    : undefined;
}

/** All staff see what the register says; the coordinator of the call alone takes a certificate back. */
const mayRevoke = ({ member }: StaffVisit, { process, file }: Certified): boolean =>
  process.people("coordinator", file)?.email.toLowerCase() === member.email.toLowerCase();

/** Shows what the register says, and asks whoever may take the certificate back why it should be. */
export const showCaseCertificate = forStaff(async (visit) => {
  const loaded = await certifiedCase(visit);
  return loaded ? draw(visit, loaded) : refusalPage(visit.request, notFound);
});

/** Takes the certificate back, once; whoever comes second is told who was first. */
export const revokeCertificate = forStaff(async (visit) => {
  const { house, request, member } = visit;
  const loaded = await certifiedCase(visit);
  if (!loaded) return refusalPage(request, notFound);
  if (!mayRevoke(visit, loaded)) return draw(visit, loaded, { isRefused: true });
  const typed = readSaying(request, loaded.revocation);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const said = await revoke(house, loaded, member.email, { ...typed.value, outcome: "revoked" });
  switch (said.outcome) {
    case "revoked":
      return redirect(paths.consoleCertificate(visit.at("id")));
    case "already":
      return draw(visit, (await certifiedCase(visit)) ?? loaded, { isRefused: true });
    case "invalid":
      return draw(
        visit,
        loaded,
        loaded.certificate.revoked ? { isRefused: true } : { typed: typed.value, errors: said.errors },
      );
    case "none":
      return refusalPage(request, notFound);
  }
});

interface Said {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** Somebody revoked it before, or it is for somebody else to do. */
  readonly isRefused?: boolean;
}

async function draw(
  visit: StaffVisit,
  loaded: Certified,
  { typed = {}, errors = [], isRefused = false }: Said = {},
): Promise<Answer> {
  const { view, at } = visit;
  const { ui, language } = view;
  const { certificate, revocation } = loaded;
  const { revoked } = certificate;
  const words = await caseWords(loaded, language);
  const asked = { form: revocation, words, ui, values: typed, errors };
  const back = paths.consoleCase(at("id"));
  const title = ui.say(revoked ? "certificates.revoked" : "console.certificate");
  return page(view, {
    title,
    back,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : isRefused ? 409 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">
          {callTitle(loaded, language)}, {certificate.says.holder}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        {isRefused ? <p class="govuk-body">{ui.say("console.certificate.refused")}</p> : null}
        <SummaryList
          rows={[
            {
              label: ui.say("certificates.number"),
              value: (
                <a class="govuk-link" href={certificatePath(certificate.number)}>
                  {printNumber(certificate.number)}
                </a>
              ),
            },
            { label: ui.say("certificates.issued"), value: printTime(certificate.issuedAt, language) },
            ...(revoked
              ? [
                  { label: ui.say("console.certificate.when"), value: printTime(revoked.at, language) },
                  { label: ui.say("console.certificate.by"), value: revoked.by },
                  {
                    label: words.say("revocation.category.label"),
                    value: words.say(`revocation.category.${revoked.category}`),
                  },
                  { label: ui.say("console.certificate.why"), value: revoked.reason },
                ]
              : []),
          ]}
        />
        {!revoked && mayRevoke(visit, loaded) ? (
          <>
            <h2 class="govuk-heading-m">{words.say("revocation.title")}</h2>
            <p class="govuk-body">{ui.say("console.certificate.text")}</p>
            <TypedForm action={paths.consoleCertificate(at("id"))}>
              <WholeForm asked={asked} />
              <div class="govuk-button-group">
                <SubmitButton label={words.say("revocation.submit")} warning />
                <a class="govuk-link" href={back}>
                  {ui.say("saying.keep")}
                </a>
              </div>
            </TypedForm>
          </>
        ) : null}
      </>
    ),
  });
}
