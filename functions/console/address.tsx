import * as z from "zod";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { correctAddress, isOfStaff, wasCorrectedSo } from "../cases/corrections/correct-address.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { askAnew, disownedBy } from "../cases/people/disown.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { addressIdOf } from "../links.ts";
import { correctAddressForm, releaseAddressForm } from "../mails/forms.ts";
import { resumeMails } from "../mails/hold.ts";
import { releaseAddress, stopOf } from "../mails/stopped.ts";
import { callTitle, caseWords, nameOfRole } from "../reading/case-words.ts";
import type { Messages } from "../reading/messages.ts";
import { asMessages } from "../reading/ui.ts";
import { refOfCall, refOfCase } from "../store/keys.ts";
import type { Mail, Stop } from "../store/mail-items.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "../web/parts/form.tsx";
import { readSaying } from "../web/parts/saying.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { type Post, readPost } from "../web/posts.ts";
import { noRight, notFound } from "../web/refusal.ts";
import type { Typed } from "../web/typed.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** An address at which somebody of a case was written to, with what is known of it. */
interface Reached {
  readonly loaded: LoadedCase;
  /** The mails of this case to the address, oldest first. */
  readonly mails: readonly Mail[];
  readonly latest: Mail;
  readonly stop: Stop | undefined;
  readonly back: string;
}

type Of = "call" | "case";

async function reachedAt({ house, at }: StaffVisit, of: Of): Promise<Reached | undefined> {
  const loaded = await loadCase(house, (of === "call" ? refOfCall : refOfCase)(at("id")));
  if (!loaded) return undefined;
  const mails = loaded.mails
    .filter(({ to }) => addressIdOf(house.config.linkSecret, to.email) === at("address"))
    .toSorted((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1));
  const latest = mails.at(-1);
  if (!latest) return undefined;
  const back = (of === "call" ? paths.consoleCall : paths.consoleCase)(at("id"));
  return { loaded, mails, latest, stop: await stopOf(house, latest.to.email), back };
}

const isCoordinator = ({ member }: StaffVisit, { file }: LoadedCase): boolean =>
  rolesIn({ data: file.call }, member).has("coordinator");

/** There is something to mend, until somebody has. */
const isToMend = ({ loaded, latest, stop }: Reached): boolean =>
  stop?.status === "stopped" || disownedBy(loaded, latest.to.email).length > 0;

/** What came back from an address, and what the coordinator of the case can do about it. */
export const showAddress = (of: Of) =>
  forStaff(async (visit) => {
    const reached = await reachedAt(visit, of);
    return reached ? draw(visit, reached) : refusalPage(visit.request, notFound);
  });

/** Puts the address right in this case, or lets mail to it go again everywhere; what was held goes out. */
export const mendAddress = (of: Of) =>
  forStaff(async (visit) => {
    const { house, request, member } = visit;
    const reached = await reachedAt(visit, of);
    if (!reached || !isCoordinator(visit, reached.loaded)) return refusalPage(request, notFound);
    const post = readPost(request);
    if (post.outcome === "refused") return refusalPage(request, post.refusal);
    const again = correctionIn(visit, reached, post.value);
    if (again && wasCorrectedSo(reached.loaded, again)) {
      await correctAddress(house, reached.loaded, again);
      return redirect(reached.back);
    }
    if (!isToMend(reached)) return draw(visit, reached, { isOver: true });
    const form: Form = post.value.has("email") ? correctAddressForm : releaseAddressForm;
    const typed = readSaying(request, form);
    if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
    const parsed = parseAnswer(form, typed.value);
    if (parsed.outcome === "invalid")
      return draw(visit, reached, { form, typed: typed.value, errors: parsed.errors });
    const was = reached.latest.to.email;
    if (form.id === correctAddressForm.id && isOfStaff(reached.loaded, was))
      return refusalPage(request, noRight);
    const { email: now = "", name, source = "", reason = "" } = saying.parse(parsed.value.values);
    if (form.id === releaseAddressForm.id) {
      await releaseAddress(house, was, member.email, reason);
      await resumeMails(house, was);
      for (const task of disownedBy(reached.loaded, was)) await askAnew(house, task);
      return redirect(reached.back);
    }
    if (now.toLowerCase() === was.toLowerCase()) {
      const errors = [{ field: "email", problem: "sameAddress" as const }];
      return draw(visit, reached, { form, typed: typed.value, errors });
    }
    if (isOfStaff(reached.loaded, now)) {
      const errors = [{ field: "email", problem: "ofStaff" as const }];
      return draw(visit, reached, { form, typed: typed.value, errors });
    }
    const correction = { was, now, name, by: member.email, reason: source };
    return (await correctAddress(house, reached.loaded, correction))
      ? redirect(reached.back)
      : draw(visit, reached, { form, typed: typed.value, isRefused: true });
  });

/** The correction that a form says, which may have been made before. */
function correctionIn({ request, member }: StaffVisit, { latest }: Reached, post: Post) {
  if (!post.has("email")) return undefined;
  const typed = readSaying(request, correctAddressForm);
  const parsed = typed.outcome === "refused" ? undefined : parseAnswer(correctAddressForm, typed.value);
  if (parsed?.outcome !== "valid") return undefined;
  const { email: now = "", name, source = "" } = saying.parse(parsed.value.values);
  return { was: latest.to.email, now, name, by: member.email, reason: source };
}

const saying = z.object({
  email: z.string().optional(),
  name: z.string().optional(),
  source: z.string().optional(),
  reason: z.string().optional(),
});

interface Said {
  readonly form?: Form;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** Somebody else changed an address at the same time. */
  readonly isRefused?: boolean;
  /** There is nothing left to mend, which the page says. */
  readonly isOver?: boolean;
}

async function draw(visit: StaffVisit, reached: Reached, said: Said = {}): Promise<Answer> {
  const { view, request } = visit;
  const { ui, language } = view;
  const { loaded, stop, back } = reached;
  const words = await caseWords(loaded, visit.view.language);
  const { errors = [], isRefused = false, isOver = false } = said;
  const [disowned] = disownedBy(loaded, reached.latest.to.email);
  const { name = "", email = "" } = disowned?.disowned ?? {};
  const suggested: Typed = { name, email };
  const askedBy = (form: Form) => ({
    form,
    words: asMessages(ui),
    ui,

    values: said.form?.id === form.id ? (said.typed ?? {}) : suggested,
    errors: said.form?.id === form.id ? errors : [],
  });
  const mayMend = isToMend(reached) && isCoordinator(visit, loaded);
  const ofStaff = isOfStaff(loaded, reached.latest.to.email);
  const title = ui.say("stranded.title");
  return page(view, {
    title,
    back,
    hasErrors: errors.length > 0,
    status: isRefused || isOver ? 409 : errors.length > 0 ? 422 : 200,
    body: (
      <>
        {said.form ? <ErrorSummary asked={askedBy(said.form)} /> : null}
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {isRefused ? <p class="govuk-inset-text">{ui.say("stranded.refused")}</p> : null}
        <SummaryList rows={rowsOf(reached, words, visit)} />
        {disowned ? (
          <p class="govuk-inset-text">
            {ui.say(`disown.said.${disowned.disowned?.how ?? "notMe"}`, { name, email })}{" "}
            {disowned.disowned?.note}
          </p>
        ) : (
          <p class="govuk-body">{ui.say(stop?.status === "stopped" ? "stranded.text" : overOf(stop))}</p>
        )}
        {mayMend && ofStaff ? <p class="govuk-inset-text">{ui.say("stranded.ofStaff")}</p> : null}
        {mayMend
          ? (ofStaff ? [releaseAddressForm] : [correctAddressForm, releaseAddressForm]).map((form) => (
              <section key={form.id}>
                <h2 class="govuk-heading-m">{asMessages(ui).say(`${form.id}.title`)}</h2>
                <PostForm action={request.path}>
                  <WholeForm asked={askedBy(form)} />
                  <SubmitButton label={asMessages(ui).say(`${form.id}.submit`)} />
                </PostForm>
              </section>
            ))
          : null}
      </>
    ),
  });
}

const overOf = (stop: Stop | undefined) =>
  stop?.status === "released" ? "stranded.over" : "stranded.noPerson";

function rowsOf({ mails, latest, stop }: Reached, words: Messages, { view: { ui } }: StaffVisit) {
  const who = [latest.to.name, nameOfRole(words, latest.role)].filter((said) => said !== "").join(", ");
  return [
    { label: ui.say("stranded.who"), value: who },
    { label: ui.say("stranded.email"), value: latest.to.email },
    ...(stop
      ? [
          { label: ui.say("stranded.why"), value: ui.say(`stranded.kind.${stop.kind}`) },
          { label: ui.say("stranded.since"), value: printTime(stop.since, ui.language) },
        ]
      : []),
    {
      label: ui.say("stranded.count"),
      value: String(mails.filter(({ heldAt }) => heldAt !== undefined).length),
    },
  ];
}
