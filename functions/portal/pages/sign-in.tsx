import { email, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError, type Form } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { allStaff, staffCookie } from "../../cases/staff.ts";
import { addressIdOf, codeMinutes, staffPassFor } from "../../links.ts";
import { askForCode, tryCode } from "../../sign-in/code.ts";
import { beginSession, cookie, endSession, sessionHours } from "../../sign-in/session.ts";
import { redirect } from "../answers.ts";
import type { Asked } from "../parts/asked.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "../parts/form.tsx";
import { readPost } from "../posts.ts";
import { type Typed, typedInto } from "../typed.ts";
import { asMessages } from "../ui.ts";
import { page, viewOf } from "../view.ts";
import type { Visit, Work } from "../visit.ts";
import { refusalPage } from "./faults.tsx";

const signInForm = defineForm({ id: "signIn", outcomes: ["asked"], fields: { email: email({}) } });
const codeForm = defineForm({
  id: "signInCode",
  outcomes: ["tried"],
  fields: { code: text({ max: 20, autocomplete: "one-time-code" }) },
});

/** Which address was asked for, by what stands for it, until the code is typed. */
const askedCookie = "kelias-asked";

/** Asks for the address. */
export const showSignIn: Work = (visit) => draw(visit, signInForm);

/** Mails a code, and says the same whatever the address is. */
export const takeSignIn: Work = async (visit) => {
  const { house, request } = visit;
  const read = readForm(visit, signInForm);
  if (read.outcome === "refused") return refusalPage(request, read.refusal);
  const parsed = parseAnswer(signInForm, read.value);
  if (parsed.outcome === "invalid") return draw(visit, signInForm, read.value, parsed.errors);
  const said = parsed.value.values.email.trim();
  const { language } = await viewOf(request);
  await askForCode(house, said, language);
  const asked = addressIdOf(house.config.linkSecret, said);
  return redirect("/sign-in/code", [cookie(house, asked, codeMinutes * 60, askedCookie)]);
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
  const asked = request.cookies
    .find((candidate) => candidate.startsWith(`${askedCookie}=`))
    ?.slice(askedCookie.length + 1);
  const tried = asked ? await tryCode(house, asked, parsed.value.values.code) : { outcome: "over" as const };
  if (tried.outcome !== "right") {
    const problem = { wrong: "wrongCode", over: "codeOver", spent: "codeSpent" } as const;
    return draw(visit, codeForm, {}, [{ field: "code", problem: problem[tried.outcome] }]);
  }
  const cookies = [await beginSession(house, tried.email), cookie(house, "", 0, askedCookie)];
  const member = (await allStaff(house)).find(
    (known) => known.email.toLowerCase() === tried.email.toLowerCase(),
  );
  // Where staff have a provider, a code by mail signs them in as applicants at most.
  if (!member || house.config.oidc) return redirect("/my", cookies);
  const seconds = sessionHours * 3600;
  const until = Math.floor(Date.parse(house.clock.now()) / 1000) + seconds;
  const { name, value } = staffCookie(staffPassFor(house.config.linkSecret, member.email, until));
  return redirect("/console", [...cookies, cookie(house, value, seconds, name)]);
};

/** Ends the session, and the pass of staff with it. */
export const signOut: Work = async ({ house, request }) =>
  redirect("/", [await endSession(house, request.cookies), cookie(house, "", 0, "kelias-staff")]);

function readForm({ request }: Visit, form: Form) {
  const post = readPost(request);
  return post.outcome === "refused" ? post : typedInto(form, Object.keys(form.fields), post.value);
}

async function draw(visit: Visit, form: Form, values: Typed = {}, errors: readonly FieldError[] = []) {
  const view = await viewOf(visit.request);
  const { ui } = view;
  const words = asMessages(ui);
  const asked: Asked = { form, words, ui, lists: {}, values, errors };
  const title = words.say(`${form.id}.title`);
  const isCode = form.id === codeForm.id;
  return page(view, {
    title,
    ...(isCode ? { back: "/sign-in" } : {}),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.say(`${form.id}.text`, { minutes: codeMinutes })}</p>
        <PostForm action={isCode ? "/sign-in/code" : "/sign-in"}>
          <WholeForm asked={asked} />
          <SubmitButton label={words.say(`${form.id}.submit`)} />
        </PostForm>
        {isCode || !visit.house.config.oidc ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href="/sign-in/oidc">
              {ui.say("provider.link")}
            </a>
          </p>
        )}
      </>
    ),
  });
}
