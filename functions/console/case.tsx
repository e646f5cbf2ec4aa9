import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { postingsOf } from "../../workflows/kernel/ledger.ts";
import { addressPath } from "../addresses/of-ref.ts";
import { paths } from "../addresses/paths.ts";
import { deciding } from "../addresses/rights.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { stateNow } from "../cases/road/show-state.ts";
import { tasksAmong } from "../cases/tasks/inbox.ts";
import { notesOf } from "../cases/tasks/notes.ts";
import { documentWordsIn } from "../documents/words.ts";
import { memberFor } from "../groups/members.ts";
import { addressIdOf, taskPath } from "../links.ts";
import { mailSubject } from "../mails/subject.ts";
import { openRowsOf } from "../public/open-rows.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { factsFor } from "../reading/facts.ts";
import { stageIn } from "../reading/stages.ts";
import { summedIn } from "../reading/summed.ts";
import { versionsIn } from "../reading/versions.ts";
import { idOf, refOfCase } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { AchievementPicture } from "../web/parts/achievement.tsx";
import { DiaryPages } from "../web/parts/diary.tsx";
import { documentLinks, placesOfCase } from "../web/parts/documents.tsx";
import { Facts, type Telling } from "../web/parts/facts.tsx";
import { OutdatedGrants } from "../web/parts/groups.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { SeatLinks } from "../web/parts/seat-links.tsx";
import { seatsShown } from "../web/parts/seats-said.tsx";
import { Urgency } from "../web/parts/signs.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { Versions } from "../web/parts/versions.tsx";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { Acts } from "./acts.tsx";
import { forStaff, type StaffVisit } from "./guard.ts";
import { rolesHere } from "./of-case.ts";
import { MailsOfCase } from "./parts/case-mails.tsx";
import { Movements } from "./parts/case-money.tsx";
import { stepOf, whoOf } from "./parts/case-tasks.tsx";
import { Notes } from "./parts/notes.tsx";
import { CaseRecord } from "./parts/record.tsx";
import { Tabs } from "./parts/tabs.tsx";
import { WaitingQuestions } from "./parts/waiting-questions.tsx";
import { Way } from "./parts/way.tsx";
import { RowsFiles } from "./summed-rows.tsx";

/** One case: where it stands, who must act and by when, its road, what may be done, all that happened and was said. */
export const showConsoleCase: Work = forStaff(async (visit) => {
  const { house, request, view, at } = visit;
  const loaded = await loadCase(house, refOfCase(at("id")));
  if (!loaded) return refusalPage(request, notFound);
  const { ui, language } = view;
  const words = await caseWords(loaded, language);
  const telling: Telling = { ui, words };
  const name = loaded.process.people("applicant", loaded.file)?.name ?? codeOf(loaded.head.pk);
  const facts = factsFor("coordinator", loaded);
  const now = house.clock.now();
  const { entry } = loaded;
  const money = postingsOf(loaded.process.money, loaded.file).length > 0;
  const traveller = memberFor(loaded);
  const measured = loaded.process.achievement?.(loaded.file);
  const isPublic = openRowsOf(loaded).length > 0;
  const joinable = loaded.process.opens?.(loaded.file);
  const stage = stageIn(loaded.process, words, stateNow(loaded, now), entry?.ended ?? false);
  const documents = await documentLinks(placesOfCase(at("id")), "coordinator", loaded, language);
  const subjects = new Map(
    await Promise.all(
      loaded.mails.map(async (mail) => [mail.sk, await mailSubject(mail, loaded, language)] as const),
    ),
  );
  const roles = rolesHere(visit, loaded);
  const notes = roles.size > 0 ? await notesOf(house, loaded.head.pk) : undefined;
  const hrefOf = ({ pk, to }: Mail) => addressPath(pk, addressIdOf(house.config.linkSecret, to.email));
  const links = [
    ...(loaded.certificate
      ? [
          {
            href: paths.consoleCertificate(at("id")),
            label: ui.say(loaded.certificate.revoked ? "certificates.revoked" : "console.certificate"),
          },
        ]
      : []),
    ...(isPublic ? [{ href: paths.publicOfCase(at("id")), label: ui.say("public.ofCase") }] : []),
  ];
  const papers =
    documents === null && links.length === 0 ? (
      <p class="govuk-body">{ui.say("case.papers.none")}</p>
    ) : (
      <>
        {documents}
        <LinkList links={links} />
      </>
    );
  return page(view, {
    title: name,
    back: paths.consoleCall(idOf(`call#${loaded.head.callId}`)),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{name}</h1>
        {loaded.head.erased ? (
          <p class="govuk-inset-text">
            {ui.say("case.erased", {
              ...loaded.head.erased,
              time: printTime(loaded.head.erased.at, language),
            })}
          </p>
        ) : null}
        <div class="kelias-case">
          <div>
            <SummaryList
              rows={[
                { label: ui.say("task.code"), value: codeOf(loaded.head.pk) },
                { label: ui.say("console.submitted"), value: printTime(loaded.file.submittedAt, language) },
                {
                  label: ui.say("console.state"),
                  value: entry?.ended ? ui.say("case.ended", { status: stage }) : stage,
                },
                ...(entry?.contested && !entry.ended
                  ? [{ label: ui.say("console.sameAddress"), value: ui.say("console.contested") }]
                  : []),
                ...groupRow(loaded, ui),
                ...waitingFor(loaded, telling, now),
              ]}
            />
            <OutdatedGrants
              members={traveller?.isOutdated ? [traveller] : []}
              callId={loaded.head.callId}
              view={view}
            />
            {await ownTasks(visit, loaded, telling)}
            <WaitingQuestions
              questions={loaded.questions ?? []}
              href={paths.questions(at("id"))}
              mayAnswer={roles.has("coordinator")}
              ui={ui}
            />
            <Acts visit={visit} loaded={loaded} words={words} />
            {joinable === undefined ? null : (
              <p class="govuk-body">
                <a class="govuk-link" href={paths.consoleCall(joinable)}>
                  {ui.say("console.opened")}
                </a>
              </p>
            )}
            <SeatLinks
              shown={await seatsShown(house, loaded)}
              telling={telling}
              secret={deciding.some((role) => roles.has(role)) ? house.config.linkSecret : undefined}
            />
          </div>
          <Way loaded={loaded} telling={telling} now={now} />
          <Tabs
            title={ui.say("case.tabs")}
            tabs={[
              {
                id: "answers",
                label: ui.say("case.answers"),
                body: (
                  <>
                    <Versions versions={versionsIn(facts, loaded.file.submittedAt)} telling={telling} />
                    <Facts
                      facts={facts.filter(({ kind }) => kind !== "calculation")}
                      loaded={loaded}
                      telling={telling}
                    />
                    <RowsFiles id={at("id")} summed={summedIn(facts)} words={words} view={view} />
                    <DiaryPages loaded={loaded} telling={telling} now={now} />
                    {measured ? <AchievementPicture said={measured} ui={ui} /> : null}
                  </>
                ),
              },
              { id: "papers", label: ui.say("case.papers"), body: papers },
              ...(money
                ? [
                    {
                      id: "money",
                      label: ui.say("case.money"),
                      body: (
                        <>
                          <Facts
                            facts={facts.filter(({ kind }) => kind === "calculation")}
                            loaded={loaded}
                            telling={telling}
                          />
                          <Movements
                            loaded={loaded}
                            telling={telling}
                            papers={await documentWordsIn(language)}
                          />
                          <LinkList
                            links={[
                              { href: paths.paymentRuns(loaded.head.callId), label: ui.say("runs.title") },
                              {
                                href: `${paths.evidence(at("id"))}?lang=${language}`,
                                label: ui.say("proof.pack.download"),
                                isDownload: true,
                              },
                            ]}
                          />
                        </>
                      ),
                    },
                  ]
                : []),
              {
                id: "mails",
                label: ui.say("case.mails"),
                body: <MailsOfCase loaded={loaded} subjects={subjects} hrefOf={hrefOf} ui={ui} />,
              },
              {
                id: "record",
                label: ui.say("record.title"),
                body: (
                  <CaseRecord
                    loaded={loaded}
                    notes={notes ?? []}
                    telling={telling}
                    subjects={subjects}
                    hrefOf={hrefOf}
                    asked={request.query.get("record")}
                  />
                ),
              },
              ...(notes
                ? [
                    {
                      id: "notes",
                      label: ui.say("case.notes"),
                      body: (
                        <>
                          <Notes notes={notes} ui={ui} />
                          {deciding.some((role) => roles.has(role)) ? (
                            <p class="govuk-body">
                              <a class="govuk-link" href={paths.notes(at("id"))}>
                                {ui.say("notes.write")}
                              </a>
                            </p>
                          ) : null}
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </>
    ),
  });
});

/** What waits for whoever looks, to be done from here. */
async function ownTasks({ house, member }: StaffVisit, loaded: LoadedCase, { ui, words }: Telling) {
  const open = loaded.tasks.filter(({ kind, status }) => kind === "ask" && status === "open");
  const own = await tasksAmong(house, member.email, open);
  return own.length === 0 ? null : (
    <section class="kelias-own">
      <h2 class="govuk-heading-m">{ui.say("case.yours")}</h2>
      {own.map((task) => (
        <div key={task.sk}>
          <p class="govuk-body">
            {words.say(`task.${task.state}.title`, () => parametersOf(loaded, words, task))}
            {task.dueAt === undefined
              ? ""
              : `, ${ui.say("case.due", { time: printTime(task.dueAt, ui.language) })}`}
          </p>
          <a class="govuk-button" href={taskPath(house.config.linkSecret, task, member.email)}>
            {ui.say("case.yours.do")}
            <span class="govuk-visually-hidden">: {stepOf(task, loaded, words)}</span>
          </a>
        </div>
      ))}
    </section>
  );
}

/** The group that the case travels with. */
const groupRow = ({ group }: LoadedCase, ui: Telling["ui"]) =>
  group
    ? [
        {
          label: ui.say("groups.group"),
          value: (
            <a class="govuk-link" href={paths.group(group.callId, group.number)}>
              {group.name}
            </a>
          ),
        },
      ]
    : [];

/** Who must act now, and by when. */
function waitingFor(loaded: LoadedCase, { ui, words }: Telling, now: string) {
  const open = loaded.tasks.filter(({ kind, status }) => kind === "ask" && status === "open");
  if (open.length === 0 || loaded.entry?.ended) return [];
  return [
    {
      label: ui.say("case.waiting"),
      value: (
        <>
          {open.map((task) => (
            <p class="govuk-body govuk-!-margin-bottom-1" key={task.sk}>
              {ui.say("case.waiting.person", { name: whoOf(task, words, ui) })}
              {task.dueAt ? `, ${ui.say("case.due", { time: printTime(task.dueAt, ui.language) })}` : ""}
              {task.dueAt !== undefined && isOver(task.dueAt, now) ? (
                <>
                  {" "}
                  <Urgency of="overdue" ui={ui} />
                </>
              ) : null}
            </p>
          ))}
        </>
      ),
    },
  ];
}
