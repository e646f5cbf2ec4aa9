import { correctableOf } from "../../../cases/correct-application.ts";
import { mayExtend } from "../../../cases/extend.ts";
import type { LoadedCase } from "../../../cases/load.ts";
import { mayReassign } from "../../../cases/reassign.ts";
import { isAsked } from "../../../cases/remind.ts";
import { idOf } from "../../../store/keys.ts";
import type { Messages } from "../../messages.ts";
import { stepOf, whoOf } from "../../parts/case-tasks.tsx";
import { LinkList } from "../../parts/links.tsx";
import { paths } from "../../visit.ts";
import type { StaffVisit } from "./guard.tsx";
import { rolesHere } from "./of-case.ts";
import { wordsOfStaff } from "./say.tsx";
import { signaturesFor } from "./sign.tsx";

interface ActsProps {
  readonly visit: StaffVisit;
  readonly loaded: LoadedCase;
  readonly words: Messages;
}

/** What whoever looks at a case may do about it now; each leads to a page that says what will happen. */
export function Acts(props: ActsProps) {
  const { ui } = props.visit.view;
  const acts = actsOf(props);
  if (acts.length === 0) return null;
  return (
    <section class="kelias-acts">
      <h2 class="govuk-heading-m">{ui.say("acts.title")}</h2>
      <LinkList links={acts} />
    </section>
  );
}

function actsOf({ visit, loaded, words }: ActsProps) {
  const { ui } = visit.view;
  const id = idOf(loaded.head.pk);
  const said = wordsOfStaff(visit, loaded).map((word) => ({
    href: paths.say(id, word),
    label: words.say(`${loaded.process.interruptions[word]?.form.id}.title`),
  }));
  const ahead = loaded.entry?.ended ? [] : [{ href: paths.ahead(id), label: ui.say("ahead.title") }];
  const signed = signaturesFor(visit, loaded).map((task) => ({
    href: paths.signing(id, task),
    label: ui.say("sign.elsewhere.link", { name: task.assignee?.name ?? "" }),
  }));
  const corrected = mayCorrect(visit, loaded)
    ? [{ href: paths.corrections(id), label: ui.say("corrections.title") }]
    : [];
  return [...actsOnTasks({ visit, loaded, words }), ...signed, ...corrected, ...said, ...ahead];
}

const mayCorrect = (visit: StaffVisit, loaded: LoadedCase): boolean =>
  rolesHere(visit, loaded).has("coordinator") && !loaded.entry?.ended && correctableOf(loaded).length > 0;

/** The coordinator may remind people and give them more time. */
function actsOnTasks({ visit, loaded, words }: ActsProps) {
  const { view, house } = visit;
  const { ui } = view;
  const now = house.clock.now();
  if (!rolesHere(visit, loaded).has("coordinator") || loaded.entry?.ended) return [];
  const id = idOf(loaded.head.pk);
  return loaded.tasks
    .filter((task) => isAsked(task, now))
    .flatMap((task) => {
      const what = `${stepOf(task, loaded, words)}, ${whoOf(task, ui)}`;
      const isOwn = task.assignee?.email.toLowerCase() === visit.member.email.toLowerCase();
      const act = (key: "remind.title" | "extend.title" | "reassignment.title", href: string) => ({
        href,
        label: ui.say("acts.task", { act: ui.say(key), what }),
      });
      return [
        ...(isOwn ? [] : [act("remind.title", paths.remind(id, task))]),
        ...(mayReassign(loaded, task, visit.member) ? [act("reassignment.title", paths.reassign(task))] : []),
        ...(mayExtend(task, now) ? [act("extend.title", paths.extend(id, task))] : []),
      ];
    });
}
