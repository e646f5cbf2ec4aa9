import * as z from "zod";
import { paths } from "../addresses/paths.ts";
import { summaryOf } from "../calls/calls.ts";
import { loadCase } from "../cases/load.ts";
import { tryAgain } from "../cases/road/overdue.ts";
import { restart } from "../cases/road/restart.ts";
import { coordinatedBy, stuckFor } from "../cases/road/stuck.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { type Post, readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { questionOf } from "./findings.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { FindingState } from "./parts/finding.tsx";
import { StuckList } from "./parts/stuck.tsx";
import { linesOf } from "./stuck-lines.ts";

/** What stands still in the calls of a coordinator, each with the one action that mends it. */
export const showStuck: Work = forStaff(async (visit) => {
  const { house, view, member } = visit;
  const { ui } = view;
  const { stuck, unseen } = await stuckFor(house, member);
  const lines = await linesOf(visit, stuck);
  return page(view, {
    title: ui.say("stuck.title"),
    back: paths.console(),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("stuck.title")}</h1>
        <p class="govuk-body">{ui.say("stuck.lead")}</p>
        {unseen.map(({ call, finding }) => (
          <section key={call.callId}>
            <h2 class="govuk-heading-m">{summaryOf(call, house.clock.now()).title[view.language]}</h2>
            <FindingState
              question={questionOf(visit, call.callId, "silent")}
              finding={finding}
              here={paths.stuck()}
              view={view}
            />
          </section>
        ))}
        {lines.length > 0 ? (
          <StuckList lines={lines} ui={ui} />
        ) : unseen.every(({ finding }) => finding.found !== undefined) ? (
          <p class="govuk-body">{ui.say("stuck.none")}</p>
        ) : null}
      </>
    ),
  });
});

const named = z.object({
  ref: z.string().regex(/^(case|call)#[^#]+$/),
  pk: z.string(),
  sk: z.string().min(1),
});

/** Has what does not leave the table tried again in the sweeper's next round. */
export const takeAgain: Work = forStaff((visit) =>
  withNamed(visit, named, async ({ ref, pk, sk }) => {
    // Everything that is tried again lies with its case, or with the call of its case.
    if (pk !== ref) return refusalPage(visit.request, notFound);
    await tryAgain(visit.house, { pk, sk });
    return redirect(paths.stuck());
  }),
);

/** Takes the road of a case or a call up again whose machine broke down; nothing happens to one that runs. */
export const takeRestart: Work = forStaff((visit) =>
  withNamed(visit, named.pick({ ref: true }), async ({ ref }) => {
    const { house, member } = visit;
    const loaded = await loadCase(house, ref);
    if (!loaded) return refusalPage(visit.request, notFound);
    await restart(house, loaded, { name: member.name, email: member.email });
    return redirect(paths.stuck());
  }),
);

/** Reads what a line's form names; what is not of a call that this member coordinates is not there. */
async function withNamed<Named extends { readonly ref: string }>(
  { house, request, member }: StaffVisit,
  shape: z.ZodType<Named>,
  work: (said: Named) => Promise<Answer>,
): Promise<Answer> {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const said = shape.safeParse(onlyOnce(post.value));
  const isTheirs = said.success && (await coordinatedBy(house, member, said.data.ref));
  return isTheirs ? work(said.data) : refusalPage(request, notFound);
}

const onlyOnce = (post: Post): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...post].flatMap(([name, [only, ...more]]) =>
      more.length > 0 || only === undefined ? [] : [[name, only]],
    ),
  );
