import { randomBytes } from "node:crypto";
import { email, text } from "../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError, type Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { worksInConsole } from "../cases/people/staff.ts";
import { addressIdOf, codeMinutes, isKnownSeal, sealKnown } from "../links.ts";
import { systemTimer } from "../mails/pace.ts";
import type { Asked } from "../reading/asked.ts";
import { asMessages } from "../reading/ui.ts";
import { onTheBeat } from "../sign-in/beat.ts";
import { askForCode, tryCode } from "../sign-in/code.ts";
import { cookie, cookieIn } from "../sign-in/cookies.ts";
import { beginSession, endSession } from "../sign-in/session.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { OthersBox } from "../web/parts/others-box.tsx";
import { readPost } from "../web/posts.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

const signInForm = defineForm({ id: "signIn", outcomes: ["asked"], fields: { email: email({}) } });
const codeForm = defineForm({
  id: "signInCode",
  outcomes: ["tried"],
  fields: { code: text({ max: 20, autocomplete: "one-time-code" }) },
});

/** Which address was asked for, by what stands for it, and what this browser alone keeps, until the code is typed. */
const askedCookie = "kelias-asked";
/** That somebody has signed in with an address here, for half a year (a device cookie, as OWASP calls it). */
const knownCookie = "kelias-known";
const knownSeconds = 180 * 86_400;

const tokenIn = ({ house, request }: Visit): readonly string[] =>
  cookieIn(house, askedCookie, request.cookies)?.split(".") ?? [];

/** Asks for the address. */
export const showSignIn: Work = (visit) => draw(visit, signInForm);

/** Mails a code, and says the same whatever the address is. */
export const takeSignIn: Work = async (visit) => {
  const { house, request } = visit;
  const read = readForm(visit, signInForm);
  if (read.outcome === "refused") return refusalPage(request, read.refusal);
  const parsed = parseAnswer(signInForm, read.value);
  if (parsed.outcome === "invalid") return draw(visit, signInForm, read.value, parsed.errors);
  const { email } = parsed.value.values;
  const said = email.trim();
  const { language } = await viewOf(request);
  const asked = addressIdOf(house.config.linkSecret, said);
  const known = cookieIn(house, knownCookie, request.cookies) ?? "";
  const [, token = randomBytes(24).toString("base64url")] = tokenIn(visit);
  const isKnown = isKnownSeal(known, house.config.linkSecret, asked);
  await onTheBeat(house.config.signInBeat ?? 0, systemTimer, () =>
    askForCode(house, said, language, { token, isKnown }),
  );
  return redirect(paths.signInCode(), [cookie(house, askedCookie, `${asked}.${token}`, 3600)]);
};

/** Asks for the code. */
export const showCode: Work = (visit) => draw(visit, codeForm);

/** Takes the code: applicants come to their cases, staff to the console. */
export const takeCode: Work = async (visit) => {
  const { house, request } = visit;
  const read = readForm(visit, codeForm);
  if (read.outcome === "refused") return refusalPage(request, read.refusal);
  const parsed = parseAnswer(codeForm, read.value);
  if (parsed.outcome === "invalid") return draw(visit, codeForm, read.value, parsed.errors);
  const [asked, token] = tokenIn(visit);
  const { language } = await viewOf(request);
  const { code } = parsed.value.values;
  const tried =
    asked && token
      ? await tryCode(house, asked, { token }, { said: code, language })
      : { outcome: "over" as const };
  if (tried.outcome !== "right") {
    const problem = { wrong: "wrongCode", over: "codeOver", spent: "codeSpent" } as const;
    return draw(visit, codeForm, {}, [{ field: "code", problem: problem[tried.outcome] }]);
  }
  // Where staff have a provider, a code by mail signs them in as applicants at most.
  const isStaff = !house.config.oidc && (await worksInConsole(house, tried.email));
  const begun = { email: tried.email, isStaff, endsOthers: read.endsOthers };
  const known = sealKnown(house.config.linkSecret, addressIdOf(house.config.linkSecret, tried.email));
  return redirect(isStaff ? paths.console() : paths.my(), [
    await beginSession(house, begun),
    cookie(house, askedCookie, "", 0),
    cookie(house, knownCookie, known, knownSeconds),
  ]);
};

/** Ends the session, also that of staff in the console. */
export const signOut: Work = async ({ house, request }) => {
  house.log("K703", {});
  return redirect("/", [await endSession(house, request.cookies)]);
};

function readForm({ request }: Visit, form: Form) {
  const post = readPost(request);
  if (post.outcome === "refused") return post;
  const typed = typedInto(form, Object.keys(form.fields), post.value);
  return typed.outcome === "refused" ? typed : { ...typed, endsOthers: post.value.has("others") };
}

async function draw(visit: Visit, form: Form, values: Typed = {}, errors: readonly FieldError[] = []) {
  const view = await viewOf(visit.request);
  const { ui } = view;
  const words = asMessages(ui);
  const asked: Asked = { form, words, ui, values, errors };
  const title = words.say(`${form.id}.title`);
  const isCode = form.id === codeForm.id;
  return page(view, {
    title,
    ...(isCode ? { back: paths.signIn() } : {}),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.say(`${form.id}.text`, { minutes: codeMinutes })}</p>
        <TypedForm action={isCode ? paths.signInCode() : paths.signIn()}>
          <WholeForm asked={asked} />
          {isCode ? <OthersBox ui={ui} /> : null}
          <SubmitButton label={words.say(`${form.id}.submit`)} />
        </TypedForm>
        {isCode || !visit.house.config.oidc ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.provider()}>
              {ui.say("provider.link")}
            </a>
          </p>
        )}
      </>
    ),
  });
}
