import { Temporal } from "temporal-polyfill";
import type { LoadedCase } from "../../../../functions/cases/load.ts";
import type { Task } from "../../../../functions/store/items.ts";
import { heldIn, participantsIn } from "../../../../workflows/blocks/group/terms.ts";
import { isWorkingDay, localDay } from "../../../../workflows/kernel/facts/calendar.ts";
import type { Said } from "../answering.ts";
import type { GroupRow } from "./rows-file.ts";

/** Who a task is about, and who belongs to whom. */
export interface Knowing {
  readonly now: string;
  /** Of the case that the task belongs to; of a group, whoever asked for it. */
  readonly row: GroupRow;
  readonly rowOf: (ref: string) => GroupRow | undefined;
}

const words = "Repetuota pagal failą.";
const rated = { useful: "5", recommends: "yes" };

/** What somebody answers, whichever process asks; `undefined` for who stays silent. Throws for a question that nobody here knows. */
export function answerFor(task: Task, loaded: LoadedCase, knowing: Knowing): Said | undefined {
  const { row } = knowing;
  if (row.kind === "joins" && row.answers === "silent" && task.role === "applicant") return undefined;
  const refused = row.answers === "refused";
  switch (task.state) {
    case "approval":
      return refused ? { outcome: "refused", reason: words } : { outcome: "approved" };
    case "topic":
      return refused ? { outcome: "refused", reason: words } : { outcome: "agreed", topic: row.group };
    case "endorsement":
      return refused ? { outcome: "refused", reason: words } : { outcome: "endorsed" };
    case "invitation":
      return { outcome: "accepted" };
    case "appointment":
      return { outcome: "nobody", reason: words };
    case "programme":
      return { content: words, task: words };
    case "programmeAgreement":
      return { outcome: "agreed" };
    case "training":
      return { outcome: "attended" };
    case "trainerReport":
      return { done: words, advice: words };
    case "reportReview":
    case "taskReview":
      return { outcome: "accepted" };
    case "feeClaim":
      return { iban: "LT121000011101001000", hoursRight: "yes" };
    case "fee":
      return { outcome: "paid", paidOn: day(knowing.now).toString() };
    case "tooFew":
      return { outcome: "goOn" };
    case "planning":
      return plan(task, loaded, knowing.now);
    case "attendance":
      return { outcome: "held", ...held(task, loaded, knowing) };
    case "closing":
      return { goals: "4", madeUp: [] };
    case "confidentiality":
      return { outcome: "agreed" };
    case "presence":
      return { outcome: "there" };
    case "solution":
      return { outcome: "chosen", problem: "klausimas", solution: "žingsnis" };
    case "implementation":
      return { outcome: { done: "done", partly: "partly" }[row.answers] ?? "notYet" };
    case "practicalTask":
      return row.answers === "not_yet" ? undefined : { tried: words, pupils: words };
    case "before":
      return { pupils: "24", average: "61.5" };
    case "after":
      return { pupils: "24", average: "68.0" };
    case "reflection":
      return { changed: words, ...rated };
    case "evaluation":
    case "feedback":
      return rated;
    default:
      throw new Error(`the rehearsal does not know how anybody answers ${task.state}`);
  }
}

const day = (now: string): Temporal.PlainDate => localDay(Temporal.Instant.from(now));

/** A meeting a week, each on a working day, from the week after next. */
function plan(task: Task, loaded: LoadedCase, now: string): Said {
  const state = loaded.process.states[task.state];
  const fields = state?.kind === "ask" ? Object.entries(state.form.fields) : [];
  const names = fields.flatMap(([name, { kind }]) => (kind === "date" ? [name] : []));
  let next = day(now).add({ days: 7 });
  const days = names.map((name) => {
    next = next.add({ days: 7 });
    while (!isWorkingDay(next)) next = next.add({ days: 1 });
    return [name, next.toString()] as const;
  });
  return { ...Object.fromEntries(days), at: "15:30", place: "Mokykla" };
}

/** All were there but those who are absent at this meeting, and what else the process asks of a meeting. */
function held(task: Task, loaded: LoadedCase, { rowOf }: Knowing): Said {
  const number = heldIn(loaded.file).length + 1;
  const present = participantsIn(loaded.file)
    .map(({ value }) => value)
    .filter((ref) => !rowOf(ref)?.absent.includes(number));
  const state = loaded.process.states[task.state];
  const fields = state?.kind === "ask" ? state.form.fields : {};
  return {
    present,
    ...("themes" in fields ? { themes: ["cooperation"] } : {}),
    ...("technology" in fields ? { technology: ["quizzes"], change: words } : {}),
  };
}
