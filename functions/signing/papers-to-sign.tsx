import { beginSigning, mostTogether, papersAmong, papersFor } from "../cases/people/sign-several.ts";
import { bulkKey, keyIn } from "../cases/tasks/bulk.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { TickAll, Ticked } from "../web/parts/tick.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { DueOf, namedPaper, PapersTable } from "./papers.tsx";
import type { SigningVisit, SigningWork } from "./signing-visit.ts";

type Problem = "nothing" | "tooMany" | "failed";

/** The papers that wait for the signature of whoever is signed in, by call, the soonest due first. */
export const showPapersToSign: SigningWork = (visit) => draw(visit);

/** Mails one code for the papers that were ticked, and leads to where it is entered. */
export const takePapersToSign: SigningWork = async (visit) => {
  const { house, signer, request, view, places } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const papers = post.value.has("all")
    ? (await papersFor(house, signer)).papers
    : await papersAmong(house, signer, (post.value.get("task") ?? []).map(keyIn));
  const begun = await beginSigning(house, { ...signer, language: view.language }, papers, (one) =>
    namedPaper(visit, one),
  );
  return begun === "sent" ? redirect(places.together) : draw(visit, begun);
};

async function draw(visit: SigningVisit, problem?: Problem) {
  const { house, signer, view, places } = visit;
  const { ui } = view;
  const { papers, isMore } = await papersFor(house, signer);
  const named = await Promise.all(papers.map((one) => namedPaper(visit, one)));
  const calls = [...Map.groupBy(named, ({ call }) => call)];
  const now = house.clock.now();
  return page(view, {
    title: ui.say("together.title"),
    back: places.from.href,
    wide: true,
    hasErrors: problem !== undefined,
    status: problem ? 422 : 200,
    body: (
      <>
        {problem ? <Warning view={view} text={ui.say(`together.${problem}`)} /> : null}
        <h1 class="govuk-heading-l">{ui.say("together.title")}</h1>
        <p class="govuk-body-l">
          {isMore
            ? ui.say("together.first", { count: mostTogether })
            : ui.say("together.count", { count: papers.length })}
        </p>
        {papers.length === 0 ? null : (
          <PostForm action={places.list}>
            <p class="govuk-body">{ui.say("together.how")}</p>
            <TickAll name="task" ui={ui} />
            {calls.map(([call, own]) => (
              <PapersTable
                key={call}
                papers={own}
                visit={visit}
                caption={call}
                label="console.due"
                before={({ paper: { task }, about }) => (
                  <Ticked name="task" value={bulkKey(task)} label={about} />
                )}
                last={({ paper }) => <DueOf paper={paper} now={now} view={view} />}
              />
            ))}
            <div class="govuk-button-group">
              <SubmitButton label={ui.say("together.get")} />
              {papers.length > 1 ? (
                <button type="submit" name="all" value="yes" class="govuk-button govuk-button--secondary">
                  {ui.say("together.get.all")}
                </button>
              ) : null}
            </div>
          </PostForm>
        )}
      </>
    ),
  });
}
