import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { askingOf } from "../../../workflows/kernel/states.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { nameOfRole } from "../../reading/case-words.ts";
import { stageIn } from "../../reading/stages.ts";
import { type WayStop, wayOf } from "../../reading/way.ts";
import type { Task } from "../../store/items.ts";
import type { Telling } from "../../web/parts/facts.tsx";
import { Urgency } from "../../web/parts/signs.tsx";
import { endOf, whoOf } from "./case-tasks.tsx";

interface WayProps {
  readonly loaded: LoadedCase;
  readonly telling: Telling;
  readonly now: string;
}

/** The road of one case: passed, here, ahead; what turned off the road that is meant stands aside of it. */
export function Way({ loaded, telling, now }: WayProps) {
  const { ui } = telling;
  return (
    <section class="kelias-way" aria-labelledby="way">
      <h2 class="govuk-heading-m" id="way">
        {ui.say("way.title")}
      </h2>
      <ol class="kelias-way__stops">
        {wayOf(loaded, now).map((stop, index) => (
          <li
            key={`${index} ${stop.kind}`}
            class={`kelias-way__stop kelias-way__stop--${stop.kind}${stop.isAside ? " kelias-way__stop--aside" : ""}`}
            {...(stop.kind === "here" ? { "aria-current": "step" as const } : {})}
          >
            <span class="govuk-visually-hidden">{ui.say(`way.${stop.kind}`)} </span>
            <span class="kelias-way__name">{nameOf(stop, loaded, telling)}</span>
            <StopNote stop={stop} loaded={loaded} telling={telling} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function nameOf({ of }: WayStop, { process }: LoadedCase, { ui, words }: Telling): string {
  switch (of.what) {
    case "submitted":
      return words.say("stage.submitted");
    case "word":
      return words.say(`${process.interruptions[of.name]?.form.id}.title`);
    case "ended":
      return ui.say("case.ended", { status: words.say(`status.${of.status}`) });
    case "state": {
      const state = process.states[of.name];
      return state?.kind === "end"
        ? ui.say("way.end", { status: words.say(`status.${state.status}`) })
        : stageIn(process, words, of.name, false);
    }
  }
}

/** When the case came here and how it went on; who must act and by when; whom it will wait for. */
function StopNote({ stop, loaded, telling, now }: WayProps & { readonly stop: WayStop }) {
  const { ui } = telling;
  const asked = stop.tasks.filter(({ kind }) => kind === "ask");
  const at = stop.at === undefined ? null : <time dateTime={stop.at}>{printTime(stop.at, ui.language)}</time>;
  switch (stop.kind) {
    case "passed":
      return (
        <span class="kelias-way__note">
          {at}
          {asked.length > 0 ? ` · ${endsOf(asked, loaded, telling)}` : null}
        </span>
      );
    case "here":
      return (
        <span class="kelias-way__note">
          {at}
          {asked.map((task) => (
            <Waiting key={task.sk} task={task} loaded={loaded} telling={telling} now={now} />
          ))}
        </span>
      );
    case "ahead": {
      const who = stop.of.what === "state" ? rolesAt(stop.of.name, loaded, telling) : "";
      return who === "" ? null : <span class="kelias-way__note">{who}</span>;
    }
  }
}

function Waiting({ task, loaded, telling, now }: WayProps & { readonly task: Task }) {
  const { ui, words } = telling;
  const isLate = task.dueAt !== undefined && isOver(task.dueAt, now);
  return (
    <span class="kelias-way__who">
      {whoOf(task, words, ui)}
      {task.status !== "open"
        ? `: ${endOf(task, loaded, telling)}`
        : task.dueAt === undefined
          ? null
          : `, ${ui.say("case.due", { time: printTime(task.dueAt, ui.language) })}`}
      {task.status === "open" && isLate ? (
        <>
          {" "}
          <Urgency of="overdue" ui={ui} />
        </>
      ) : null}
    </span>
  );
}

/** How a question ended; of several, how many answered. */
function endsOf(asked: readonly Task[], loaded: LoadedCase, telling: Telling): string {
  const [only, ...more] = asked;
  if (only && more.length === 0) return endOf(only, loaded, telling);
  const answered = asked.filter(({ status }) => status === "answered").length;
  return telling.ui.say("way.answered", { answered, count: asked.length });
}

function rolesAt(name: string, { process }: LoadedCase, { words }: Telling): string {
  const state = process.states[name];
  const asking = state?.kind === "all" ? Object.values(state.parts) : [askingOf(state, undefined)];
  const said = asking.map((one) => nameOfRole(words, one?.role)).filter((name) => name !== "");
  return [...new Set(said)].join(", ");
}
