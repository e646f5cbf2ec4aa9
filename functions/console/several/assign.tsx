import type { LoadedCase } from "../../cases/load.ts";
import { mayReassign, reassign, receiversOf, wasGivenBy } from "../../cases/people/reassign.ts";
import type { StaffMember } from "../../cases/people/staff-member.ts";
import { addressIdOf } from "../../links.ts";
import { caseWords } from "../../reading/case-words.ts";
import type { Task } from "../../store/items.ts";
import { stepOf, whoOf } from "../parts/case-tasks.tsx";
import { drawDone, drawPreview, type Told } from "./frame.tsx";
import type { ActOnMany, Several } from "./several.ts";

/** So much is said of why. */
const longestReason = 1_000;

/** Gives what colleagues are asked in the cases to one of them. */
export const assignSeveral: ActOnMany = {
  show: (several) => draw(several),
  take: async (several, post) => {
    const { house, member, view } = several.visit;
    const [reason = ""] = (post.get("reason") ?? []).map((said) => said.trim().slice(0, longestReason));
    const isChosen = (email: string) =>
      addressIdOf(house.config.linkSecret, email) === post.get("person")?.[0];
    if (reason === "") return draw(several, view.ui.say("acts.assign.noReason"));
    const told: Told[] = [];
    for (const { loaded, task } of allOpen(several)) {
      if (!mayReassign(loaded, task, member) && !wasGivenBy(task, member, isChosen, reason)) continue;
      const to = receiversOf(loaded, task, member).find(({ email }) => isChosen(email));
      const isGiven =
        wasGivenBy(task, member, isChosen, reason) ||
        (to !== undefined &&
          mayReassign(loaded, task, member) &&
          (await reassign(house, task, to, { reason, by: member })) === "given");
      const became = view.ui.say(isGiven ? "acts.assign.given" : "acts.assign.late");
      told.push({ loaded, told: became, isUndone: !isGiven });
    }
    return drawDone(several, "assign", told, post);
  },
};

interface Open {
  readonly loaded: LoadedCase;
  readonly task: Task;
}

const allOpen = ({ cases }: Several): readonly Open[] =>
  cases.flatMap((loaded) =>
    loaded.tasks
      .filter(({ kind, status }) => kind === "ask" && status === "open")
      .map((task) => ({ loaded, task })),
  );

async function draw(several: Several, error?: string) {
  const { house, member, view } = several.visit;
  const { ui, language } = view;
  const open = allOpen(several).filter(({ loaded, task }) => mayReassign(loaded, task, member));
  const receivers = new Map<string, StaffMember>();
  for (const { loaded, task } of open)
    for (const one of receiversOf(loaded, task, member)) receivers.set(one.email.toLowerCase(), one);
  const told = await Promise.all(
    open.map(async ({ loaded, task }) => {
      const words = await caseWords(loaded, language);
      return { loaded, told: `${whoOf(task, words, ui)} · ${stepOf(task, loaded, words)}` };
    }),
  );
  return drawPreview(several, {
    act: "assign",
    told,
    count: receivers.size === 0 ? 0 : open.length,
    submit: ui.say("acts.assign.submit"),
    error,
    children: (
      <>
        <div class="govuk-form-group">
          <label class="govuk-label" for="person">
            {ui.say("acts.assign.person")}
          </label>
          <select class="govuk-select" id="person" name="person">
            {[...receivers.values()].map(({ name, email }) => (
              <option value={addressIdOf(house.config.linkSecret, email)} key={email}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="reason">
            {ui.say("acts.assign.reason")}
          </label>
          <textarea class="govuk-textarea" id="reason" name="reason" rows={3} maxLength={longestReason} />
        </div>
      </>
    ),
  });
}
