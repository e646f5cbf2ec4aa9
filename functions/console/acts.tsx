import { placeOf } from "../addresses/of-ref.ts";
import { paths } from "../addresses/paths.ts";
import { correctableOf } from "../cases/corrections/correct-application.ts";
import { mayExtend } from "../cases/corrections/extend.ts";
import type { LoadedCase } from "../cases/load.ts";
import { mayReassign } from "../cases/people/reassign.ts";
import { isAsked } from "../cases/tasks/remind.ts";
import type { Messages } from "../reading/messages.ts";
import type { UiKey } from "../reading/ui.ts";
import { idOf } from "../store/keys.ts";
import { LinkList } from "../web/parts/links.tsx";
import type { StaffVisit } from "./guard.ts";
import { rolesHere } from "./of-case.ts";
import { stepOf, whoOf } from "./parts/case-tasks.tsx";
import { wordsOfStaff } from "./say.tsx";
import { signaturesFor } from "./sign.tsx";

interface ActsProps {
  readonly visit: StaffVisit;
  readonly loaded: LoadedCase;
  readonly words: Messages;
}

interface Act {
  readonly href: string;
  readonly label: string;
}

/** What whoever looks at a case may do about it now, task by task; each leads to a page that says what will happen. */
export function Acts(props: ActsProps) {
  const { ui } = props.visit.view;
  const [tasks, others] = [actsOnTasks(props), actsOnCase(props)];
  if (tasks.length + others.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{ui.say("acts.title")}</h2>
      {tasks.map(({ what, acts }) => (
        <div class="kelias-act" key={what}>
          <p class="govuk-body">{what}</p>
          <ul class="govuk-list">
            {acts.map(({ href, label }) => (
              <li key={href}>
                <a class="govuk-link" href={href}>
                  {label}
                  <span class="govuk-visually-hidden"> ({what})</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <LinkList links={others} />
    </section>
  );
}

function actsOnCase({ visit, loaded, words }: ActsProps): readonly Act[] {
  const { ui } = visit.view;
  const id = idOf(loaded.head.pk);
  const said = wordsOfStaff(visit, loaded).map((word) => ({
    href: paths.say(id, word),
    label: words.say(`${loaded.process.interruptions[word]?.form.id}.title`),
  }));
  const ahead = loaded.entry?.ended ? [] : [{ href: paths.ahead(id), label: ui.say("ahead.title") }];
  const corrected = mayCorrect(visit, loaded)
    ? [{ href: paths.corrections(id), label: ui.say("corrections.title") }]
    : [];
  const written =
    rolesHere(visit, loaded).has("coordinator") && loaded.process.people("applicant", loaded.file)
      ? [
          {
            href: `${paths.actsOfCall(loaded.head.callId)}?${new URLSearchParams({ act: "message", case: id })}`,
            label: ui.say("acts.message.one"),
          },
        ]
      : [];
  return [...corrected, ...said, ...written, ...ahead];
}

const mayCorrect = (visit: StaffVisit, loaded: LoadedCase): boolean =>
  rolesHere(visit, loaded).has("coordinator") && !loaded.entry?.ended && correctableOf(loaded).length > 0;

/** The coordinator may remind people, give them more time or their task to others, and note what they signed elsewhere. */
function actsOnTasks({
  visit,
  loaded,
  words,
}: ActsProps): readonly { readonly what: string; readonly acts: readonly Act[] }[] {
  const { view, house, member } = visit;
  const { ui } = view;
  const now = house.clock.now();
  if (!rolesHere(visit, loaded).has("coordinator") || loaded.entry?.ended) return [];
  const id = idOf(loaded.head.pk);
  const toSign = signaturesFor(visit, loaded);
  return loaded.tasks
    .filter((task) => isAsked(task, now) || toSign.includes(task))
    .map((task) => {
      const act = (is: boolean, label: UiKey, href: string): readonly Act[] =>
        is ? [{ href, label: ui.say(label) }] : [];
      const isOwn = task.assignee?.email.toLowerCase() === member.email.toLowerCase();
      const asked = isAsked(task, now);
      return {
        what: ui.say("acts.task", { who: whoOf(task, words, ui), what: stepOf(task, loaded, words) }),
        acts: [
          ...act(asked && !isOwn, "remind.title", paths.remind(id, task)),
          ...act(asked && mayExtend(task, now), "extend.title", paths.extend(id, task)),
          ...act(
            asked && mayReassign(loaded, task, member),
            "reassignment.title",
            paths.reassign(...placeOf(task)),
          ),
          ...act(toSign.includes(task), "sign.elsewhere.link", paths.signing(id, task)),
        ],
      };
    })
    .filter(({ acts }) => acts.length > 0);
}
