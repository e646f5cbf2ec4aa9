import { paths } from "../addresses/paths.ts";
import { beginSigning, mostTogether, papersAmong, papersFor } from "../cases/people/sign-several.ts";
import { bulkKey, keyIn } from "../cases/tasks/bulk.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { TickAll, Ticked } from "../web/parts/tick.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { DueOf, namedPaper, PapersTable } from "./parts/papers.tsx";

type Problem = "nothing" | "tooMany" | "failed";

/** The papers that wait for the signature of whoever is signed in, by call, the soonest due first. */
export const showPapersToSign = forStaff((visit) => draw(visit));

/** Mails one code for the papers that were ticked, and leads to where it is entered. */
export const takePapersToSign = forStaff(async (visit) => {
  const { house, member, request, view } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const papers = post.value.has("all")
    ? (await papersFor(house, member.email)).papers
    : await papersAmong(house, member.email, (post.value.get("task") ?? []).map(keyIn));
  const begun = await beginSigning(house, { ...member, language: view.language }, papers, (one) =>
    namedPaper(visit, one),
  );
  return begun === "sent" ? redirect(paths.signTogether()) : draw(visit, begun);
});

async function draw(visit: StaffVisit, problem?: Problem) {
  const { house, member, view } = visit;
  const { ui } = view;
  const { papers, isMore } = await papersFor(house, member.email);
  const named = await Promise.all(papers.map((one) => namedPaper(visit, one)));
  const calls = [...Map.groupBy(named, ({ call }) => call)];
  const now = house.clock.now();
  return page(view, {
    title: ui.say("together.title"),
    back: paths.console(),
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
          <PostForm action={paths.papersToSign()}>
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
