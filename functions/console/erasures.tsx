import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { callsOfCoordinator, isSamePerson } from "../cases/people/staff.ts";
import { allRequests, decideRequest, type ErasureRequest, goingOn } from "../erasure/requests.ts";
import { callTitle } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { partsOf } from "../record/parts.ts";
import { idOf } from "../store/keys.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorMessage } from "../web/parts/error-message.tsx";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** Who asks to be erased, in calls that somebody coordinates. */
export async function requestsFor({
  house,
  member,
}: Pick<StaffVisit, "house" | "member">): Promise<readonly ErasureRequest[]> {
  const all = await allRequests(house);
  if (all.length === 0) return [];
  const own = new Set((await callsOfCoordinator(house, member)).map(({ pk }) => idOf(pk)));
  return all.filter(
    // Nobody decides on a request of their own.
    (request) => !isSamePerson(request, member) && request.callIds.some((id) => own.has(id)),
  );
}

/** Each with the cases that they took part in, what still goes on, and the word on it. */
export const showErasures: Work = forStaff((visit) => draw(visit));

/** `unexplained`: the request that was to be refused without a reason. */
async function draw(visit: StaffVisit, unexplained?: string): Promise<Answer> {
  const { view } = visit;
  const { ui } = view;
  const requests = await requestsFor(visit);
  const drawn = await Promise.all(
    requests.map((request) => drawRequest(visit, request, request.sk === unexplained)),
  );
  return page(view, {
    title: ui.say("erasures.title"),
    back: paths.console(),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("erasures.title")}</h1>
        <p class="govuk-body">{ui.say("erasures.lead")}</p>
        {requests.length === 0 ? <p class="govuk-body">{ui.say("erasures.none")}</p> : drawn}
      </>
    ),
  });
}

async function drawRequest(
  { house, view: { ui } }: StaffVisit,
  request: ErasureRequest,
  isUnexplained: boolean,
) {
  const { sk, name, email, askedAt, decided } = request;
  const parts = await partsOf(house, email);
  const left = goingOn({ email, parts });
  const cases = parts.map(({ loaded }) => ({
    href: paths.consoleCase(idOf(loaded.head.pk)),
    label: `${callTitle(loaded, ui.language)}, ${codeOf(loaded.head.pk)}`,
  }));
  return (
    <section key={sk}>
      <h2 class="govuk-heading-m">{name}</h2>
      <p class="govuk-body">{ui.say("erasures.asked", { email, on: printTime(askedAt, ui.language) })}</p>
      <LinkList links={cases} />
      {left.map(({ head }) => (
        <p class="govuk-body" key={head.pk}>
          {ui.say("erasures.goesOn", { case: codeOf(head.pk) })}
        </p>
      ))}
      {decided ? (
        <p class="govuk-inset-text">
          {ui.say(decided.agrees ? "erasures.agreed" : "erasures.refused", {
            by: decided.by,
            on: printTime(decided.at, ui.language),
          })}
        </p>
      ) : (
        <>
          <PostForm action={paths.erasures()}>
            <input type="hidden" name="request" value={sk} />
            <input type="hidden" name="agrees" value="yes" />
            <SubmitButton label={ui.say("erasures.agree")} warning />
          </PostForm>
          <PostForm action={paths.erasures()}>
            <input type="hidden" name="request" value={sk} />
            <input type="hidden" name="agrees" value="no" />
            <div class={`govuk-form-group${isUnexplained ? " govuk-form-group--error" : ""}`}>
              <label class="govuk-label" for={`reason-${sk}`}>
                {ui.say("erasures.reason")}
              </label>
              {isUnexplained ? (
                <ErrorMessage id={`fault-${sk}`} ui={ui}>
                  {ui.say("erasures.needsReason")}
                </ErrorMessage>
              ) : null}
              <input
                class={`govuk-input${isUnexplained ? " govuk-input--error" : ""}`}
                id={`reason-${sk}`}
                name="reason"
                maxLength={500}
                aria-describedby={isUnexplained ? `fault-${sk}` : undefined}
              />
            </div>
            <button type="submit" class="govuk-button govuk-button--secondary">
              {ui.say("erasures.refuse")}
            </button>
          </PostForm>
        </>
      )}
    </section>
  );
}

/** The coordinator's word. Who is refused reads why, so a refusal without a reason is none. */
export const takeErasureWord: Work = forStaff(async (visit) => {
  const { house, request, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const [sk, agrees, reason = ""] = ["request", "agrees", "reason"].map((name) =>
    post.value.get(name)?.[0]?.trim(),
  );
  const found = (await requestsFor(visit)).find((one) => one.sk === sk);
  if (!found) return refusalPage(request, notFound);
  if (agrees !== "yes" && reason === "") return draw(visit, found.sk);
  await decideRequest(house, found, {
    by: member.name,
    agrees: agrees === "yes",
    ...(agrees === "yes" ? {} : { reason: reason.slice(0, 500) }),
  });
  return redirect(paths.erasures());
});
