import { printDay, printTime } from "../../../workflows/kernel/facts/print.ts";
import { applicationIn } from "../../cases/applications/application-forms.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { formOf } from "../../cases/tasks/find-task.ts";
import { invitedOr } from "../../reading/invited.ts";
import { printedAnswer } from "../../reading/printed.ts";
import { type Entry, recordKinds, recordOf } from "../../reading/record.ts";
import { stageIn } from "../../reading/stages.ts";
import { offeredIn } from "../../reading/standing.ts";
import type { Task } from "../../store/items.ts";
import type { Mail } from "../../store/mail-items.ts";
import type { Note } from "../../store/staff-items.ts";
import type { Telling } from "../../web/parts/facts.tsx";
import { stepOf, whoOf } from "./case-tasks.tsx";

interface RecordProps {
  readonly loaded: LoadedCase;
  readonly notes: readonly Note[];
  readonly telling: Telling;
  /** The subjects of the case's mails, by their sort keys. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Where the address of a mail that is held can be mended. */
  readonly hrefOf: (mail: Mail) => string;
  /** What the address asks for, whatever somebody wrote there. */
  readonly asked: string | null;
}

/** Everything that happened to a case, in order, or one kind of it alone. */
export function CaseRecord(props: RecordProps) {
  const { ui } = props.telling;
  const kind = recordKinds.find((known) => known === props.asked);
  const all = recordOf(props.loaded, props.notes);
  const entries = all.filter((entry) => kind === undefined || entry.kind === kind);
  return (
    <div class="kelias-happened">
      <nav class="kelias-kinds" aria-label={ui.say("record.filter")}>
        <ul>
          {[undefined, ...recordKinds].map((one) => (
            <li key={one ?? "all"}>
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={one === undefined ? "?#record" : `?record=${one}#record`}
                {...(one === kind ? { "aria-current": "true" as const } : {})}
              >
                {one === undefined ? ui.say("record.all") : ui.say(`record.kind.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {entries.length === 0 ? <p class="govuk-body">{ui.say("record.none")}</p> : null}
      <ol class="kelias-record">
        {entries.map((entry, index) => (
          <li key={`${index} ${entry.at}`} class={`kelias-record__${entry.kind}`}>
            <time class="kelias-record__when" dateTime={entry.at}>
              {printTime(entry.at, ui.language)}
            </time>
            <div>
              {sentenceOf(entry, props)}
              {entry.what === "mailed" ? <Fate mail={entry.mail} ui={ui} hrefOf={props.hrefOf} /> : null}
              {entry.why === undefined ? null : <div class="kelias-said kelias-record__why">{entry.why}</div>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function sentenceOf(entry: Entry, { loaded, telling, subjects }: RecordProps): string {
  const { ui, words } = telling;
  const { process } = loaded;
  const about = (task: Task) => ({ what: stepOf(task, loaded, words), who: whoOf(task, words, ui) });
  switch (entry.what) {
    case "submitted":
      return ui.say(invitedOr(process, "record.submitted"));
    case "asked":
    case "expired":
    case "cancelled":
      return ui.say(`record.${entry.what}`, about(entry.task));
    case "answered": {
      const { task } = entry;
      const form = formOf(process.states[task.state], task.part);
      return form && form.outcomes.length > 1
        ? ui.say("record.answered.outcome", {
            ...about(task),
            outcome: words.say(`${form.id}.outcome.${task.outcome}`),
          })
        : ui.say("record.answered", about(task));
    }
    case "waits":
      return ui.say("record.waits", { stage: stageIn(process, words, entry.task.state, false) });
    case "done": {
      const step = words.say(`step.${entry.record.state}`);
      const next = entry.next === undefined ? undefined : process.states[entry.next];
      return entry.next === undefined || next === undefined || next.kind === "end"
        ? ui.say("record.done", { step })
        : ui.say("record.done.next", { step, next: stageIn(process, words, entry.next, false) });
    }
    case "offered":
      return offeredIn(entry.made, process, words);
    case "mailed": {
      const { mail } = entry;
      const { name, email } = mail.to;
      const said = { subject: subjects.get(mail.sk) ?? "–", name, email };
      return mail.by
        ? ui.say("record.mailed.by", { ...said, by: mail.by.name })
        : ui.say("record.mailed", said);
    }
    case "said":
      return ui.say("record.said", {
        what: words.say(`${process.interruptions[entry.name]?.form.id}.title`),
        by: entry.by,
      });
    case "extended": {
      const { was, due, by } = entry.extension;
      const times = { was: printTime(was, ui.language), due: printTime(due, ui.language) };
      return ui.say("record.extended", { ...about(entry.task), ...times, by: by.name });
    }
    case "handedOver": {
      const { from, to, by } = entry.handover;
      const what = stepOf(entry.task, loaded, words);
      return ui.say("record.handedOver", { what, from: from.name, to: to.name, by });
    }
    case "disowned":
      return ui.say("record.disowned", { what: stepOf(entry.task, loaded, words) });
    case "amended":
      return amended(entry.amendment, loaded, telling);
    case "addressed": {
      const { was, now, by, role, name } = entry.correction;
      return role === undefined
        ? ui.say("record.addressed", { was, now, by })
        : ui.say("record.represented", { was, now: name ? `${name}, ${now}` : now });
    }
    case "restarted":
      return ui.say("record.restarted", { by: entry.by });
    case "revoked":
      return ui.say("record.revoked", { by: entry.by });
    case "consented":
    case "hidden": {
      const isRegister = Object.hasOwn(process.registers ?? {}, entry.shown);
      const what = words.say(`${isRegister ? "registers" : "publishes"}.${entry.shown}`);
      return `${what}. ${ui.say(`record.${entry.what}`, { by: entry.by })}`;
    }
    case "held": {
      const { what, by, paidOn } = entry.word;
      const day = paidOn === undefined ? ui.say("none") : printDay(paidOn, ui.language);
      const payment = stageIn(process, words, entry.state, false);
      return ui.say(`record.held.${what}`, { payment, by: by.name, day });
    }
    case "questioned":
      return ui.say("record.questioned", { by: entry.by });
    case "noted":
      return ui.say("record.noted", { by: entry.note.by.name });
    case "ended":
      return ui.say("record.ended", { status: words.say(`status.${entry.status}`) });
  }
}

function amended(
  { field, was, now, by }: Extract<Entry, { what: "amended" }>["amendment"],
  loaded: LoadedCase,
  telling: Telling,
): string {
  const form = applicationIn(loaded);
  const said = (value: unknown) =>
    (form ? printedAnswer({ ...telling, form }, field, value) : []).join("; ") || telling.ui.say("none");
  const label = telling.words.maybe(`${form?.id}.${field}.label`) ?? field;
  return telling.ui.say("record.amended", { label, was: said(was), now: said(now), by: by.name });
}

/** What became of a mail that did not simply arrive; where it can be mended, a way there. */
export function Fate({
  mail,
  ui,
  hrefOf,
}: { readonly mail: Mail; readonly ui: Telling["ui"] } & Pick<RecordProps, "hrefOf">) {
  if (mail.heldAt !== undefined || mail.returned) {
    return (
      <>
        {". "}
        <a class="govuk-link" href={hrefOf(mail)}>
          {ui.say(mail.returned ? `stranded.kind.${mail.returned.kind}` : "case.mail.held")}
        </a>
      </>
    );
  }
  if (mail.unneededAt !== undefined) return <span>. {ui.say("case.mail.unneeded")}</span>;
  if (mail.unwritten) return <span>. {ui.say("case.mail.unwritten")}</span>;
  return mail.sentAt === undefined ? <span>. {ui.say("case.mail.pending")}</span> : null;
}
