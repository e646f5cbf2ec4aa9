import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { LedMeeting } from "../../workflows/kernel/led.ts";
import { paths } from "../addresses/paths.ts";
import { summaryOf } from "../calls/calls.ts";
import { wordsNow } from "../cases/road/interrupt.ts";
import { stateNow } from "../cases/road/show-state.ts";
import { groupLed, type Joined, joinedIn, type LedGroup, tasksOfLeader, wasThere } from "../groups/led.ts";
import { taskPath } from "../links.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { stageIn } from "../reading/stages.ts";
import type { Ui } from "../reading/ui.ts";
import { idOf } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { Downloads, LinkList } from "../web/parts/links.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

/** A group's own page for whoever leads it: what waits, when it meets, who takes part and how to reach them, files. */
export const showLed: Work = async (visit) => {
  const { house, request, at } = visit;
  const group = await groupLed(house, at("id"), at("secret"));
  if (!group) return refusalPage(request, notFound);
  const { loaded, led } = group;
  const view = await viewOf(request, loaded.process.people(led.by, loaded.file)?.language);
  const { ui, language } = view;
  const words = await caseWords(loaded, language);
  const now = house.clock.now();
  const joined = await joinedIn(house, group);
  const meetings = led.meetings(loaded.file);
  const place = [at("id"), at("secret")] as const;
  const title = callTitle(loaded, language);
  const stage = stageIn(loaded.process, words, stateNow(loaded, now), loaded.head.endedAt !== undefined);
  const coordinator = loaded.process.people("coordinator", loaded.file);
  const seated = joined.filter((one) => one.place === "joined");
  return page(view, {
    title,
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{words.say("name")}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { label: ui.say("console.state"), value: stage },
            { label: ui.say("led.seated"), value: String(seated.length) },
            ...(coordinator
              ? [{ label: words.say("role.coordinator"), value: <Reach {...coordinator} /> }]
              : []),
          ]}
        />
        {await waiting(visit, group, joined, ui)}
        <LinkList
          links={wordsNow(loaded, led.by, now).map((name) => ({
            href: paths.ledSaying(...place, name),
            label: words.say(`${loaded.process.interruptions[name]?.form.id}.title`),
          }))}
        />
        {meetings.length === 0 ? (
          <>
            <h2 class="govuk-heading-m">{ui.say("led.meetings")}</h2>
            <p class="govuk-body">{ui.say("led.meetings.none")}</p>
          </>
        ) : (
          <Meetings meetings={meetings} joined={joined} now={now} ui={ui} />
        )}
        {meetings.length === 0 || loaded.head.endedAt ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.ledCalendar(...place)} download>
              {ui.say("mine.calendar")}
            </a>
          </p>
        )}
        {joined.length === 0 ? (
          <>
            <h2 class="govuk-heading-m">{ui.say("led.people")}</h2>
            <p class="govuk-body">{ui.say("led.people.none")}</p>
          </>
        ) : (
          <People joined={joined} meetings={meetings} ui={ui} />
        )}
        {seated.length === 0 ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href={`mailto:?bcc=${seated.map(({ email }) => email).join(",")}`}>
              {ui.say("led.writeAll")}
            </a>
          </p>
        )}
        {joined.length === 0 ? null : (
          <Downloads
            ui={ui}
            hrefOf={(kind) => `${paths.ledList(...place, `people.${kind}`)}?lang=${language}`}
          />
        )}
        {summaryOf(loaded.head, now).state === "closed" ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.call(idOf(loaded.head.pk))}>
              {ui.say("mine.opened")}
            </a>
          </p>
        )}
      </>
    ),
  });
};

const Reach = ({ name, email }: { readonly name: string; readonly email: string }) => (
  <>
    {name},{" "}
    <a class="govuk-link" href={`mailto:${email}`}>
      {email}
    </a>
  </>
);

/** What the leader is asked, with whom it is about where it is one of the people. */
async function waiting({ house }: Visit, group: LedGroup, joined: readonly Joined[], ui: Ui) {
  const tasks = await Promise.all(
    tasksOfLeader(group, joined).map(async ({ task, of }) => {
      const words = await caseWords(of, ui.language);
      const name = joined.find(({ ref }) => ref === of.head.pk)?.name;
      return (
        <li key={`${task.pk} ${task.sk}`}>
          <a class="govuk-link" href={taskPath(house.config.linkSecret, task)}>
            {words.say(`task.${task.state}.title`, () => parametersOf(of, words, task))}
          </a>
          {name === undefined ? "" : ` (${name})`}
          {task.dueAt ? `, ${ui.say("mine.task.due", { time: printTime(task.dueAt, ui.language) })}` : ""}
        </li>
      );
    }),
  );
  return tasks.length === 0 ? null : (
    <section class="kelias-own">
      <h2 class="govuk-heading-m">{ui.say("mine.tasks")}</h2>
      <ul class="govuk-list govuk-list--bullet">{tasks}</ul>
    </section>
  );
}

interface MetProps {
  readonly joined: readonly Joined[];
  readonly meetings: readonly LedMeeting[];
  readonly ui: Ui;
}

function Meetings({ meetings, joined, now, ui }: MetProps & { readonly now: string }) {
  const heldOf = (met: LedMeeting): string => {
    if (met.present)
      return ui.say("led.present", {
        count: joined.filter((one) => wasThere(met, one) === true).length,
      });
    return ui.say(met.ends > now ? "led.ahead" : "led.unmarked");
  };
  return (
    <DataTable
      caption={ui.say("led.meetings")}
      stacks
      columns={columnsIn(ui, "led.meeting", "led.when", "led.where", "led.held")}
    >
      <Rows>
        {meetings.map((met) => (
          <tr class="govuk-table__row" key={met.number}>
            <th scope="row" class="govuk-table__header">
              {ui.say("led.number", { number: met.number })}
            </th>
            <td class="govuk-table__cell" data-label={ui.say("led.when")}>
              {printTime(met.begins, ui.language)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("led.where")}>
              {met.place}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("led.held")}>
              {heldOf(met)}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

function People({ joined, meetings, ui }: MetProps) {
  const numbersOf = (one: Joined, was: boolean): string =>
    meetings.flatMap((met) => (wasThere(met, one) === was ? [met.number] : [])).join(", ") || "–";
  return (
    <DataTable
      caption={ui.say("led.people")}
      stacks
      columns={columnsIn(
        ui,
        "groups.member",
        "console.school",
        "groups.reach",
        "led.place",
        "led.was",
        "led.missed",
      )}
    >
      <Rows>
        {joined.map((one) => (
          <tr class="govuk-table__row" key={one.ref}>
            <th scope="row" class="govuk-table__header">
              {one.name}
            </th>
            <td class="govuk-table__cell" data-label={ui.say("console.school")}>
              {one.school}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("groups.reach")}>
              <a class="govuk-link" href={`mailto:${one.email}`}>
                {one.email}
              </a>
            </td>
            <td class="govuk-table__cell" data-label={ui.say("led.place")}>
              {ui.say(`led.place.${one.place}`)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("led.was")}>
              {numbersOf(one, true)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("led.missed")}>
              {numbersOf(one, false)}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
