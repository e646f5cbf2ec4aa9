import type { Language } from "../../workflows/kernel/case-file.ts";
import { summaryOf } from "../calls/calls.ts";
import { loadCase } from "../cases/load.ts";
import { applicantIn } from "../cases/people/applicant.ts";
import { worksInConsole } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { digestOf, type InboxTask } from "../cases/tasks/inbox.ts";
import type { House } from "../house.ts";
import { staffIdOf } from "../links.ts";
import { questionsFor } from "../questions/questions.ts";
import { codeOf } from "../reading/codes.ts";
import { type Head, headItem } from "../store/items.ts";
import { headKey, isCall, mailPendingSince, refOfCall } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { answersTo } from "./answers-to.ts";
import { claimFrom, markUnneeded } from "./claim.ts";
import type { DigestLine } from "./digest.ts";
import { holdMail, strandedFor } from "./hold.ts";
import { type Sent, sendClaimed } from "./send-claimed.ts";
import { isStopped } from "./stopped.ts";
import { written } from "./unwritten.ts";

const prefix = "staff#";

/** Where the digests of a person are kept. */
export const digestPartition = (secret: string, email: string): string =>
  `${prefix}${staffIdOf(secret, email)}`;

export const isDigest = (mail: { readonly pk: string }): boolean => mail.pk.startsWith(prefix);

/** Keeps one digest for a person and a local day, and tries at once to send it. A second call on that day is none. */
export async function queueDigest(
  house: House,
  member: StaffMember,
  day: string,
): Promise<"queued" | "known"> {
  const pk = digestPartition(house.config.linkSecret, member.email);
  const queuedAt = house.clock.now();
  const mail: Mail = {
    pk,
    sk: `mail#${day}#digest`,
    template: "digest",
    role: "staff",
    to: { name: member.name, email: member.email, language: member.language },
    queuedAt,
    ...mailPendingSince(pk, queuedAt),
    ...claimFrom(queuedAt),
  };
  if ((await house.table.put(mail, { ifAbsent: true })) === "exists") return "known";
  await sendDigest(house, mail);
  return "queued";
}

/**
 * Sends a digest that the caller has claimed, with the tasks that are open now. An answer goes to whoever coordinates the first of
 * them, which is the most urgent.
 */
export const sendDigest = (house: House, mail: Mail): Promise<Sent> =>
  sendClaimed(house, mail, async () => {
    if (await isStopped(house, mail.to.email)) {
      await holdMail(house, mail, undefined);
      house.log("K304", { ref: mail.pk, template: mail.template });
      return "held";
    }
    const stranded = await strandedFor(house, mail.to.email);
    const { length: questions } = (await questionsFor(house, mail.to.email)).questions;
    const inbox = await digestOf(house, mail.to.email);
    // All of it was answered before the mail could go.
    if (inbox.count + stranded.lines.length + questions === 0) return markUnneeded(house, mail);
    const { mostLines, renderDigest } = await import("./render.ts");
    const lines = await linesOf(house, inbox.tasks.slice(0, mostLines), mail.to.language);
    const hasConsole = await worksInConsole(house, mail.to.email);
    const rendered = await written(() =>
      renderDigest(
        house.config,
        mail.to,
        { inbox, lines, stranded, questions, hasConsole },
        house.clock.now(),
      ),
    );
    const [first] = inbox.tasks;
    const about = first && (await loadCase(house, first.pk, { withoutTasks: true }));
    return { ...rendered, ...(about ? answersTo(mail, about) : {}) };
  });

/** Whose case each task is of, and in which call. */
async function linesOf(
  { table, clock }: Pick<House, "table" | "clock">,
  tasks: readonly InboxTask[],
  language: Language,
): Promise<readonly DigestLine[]> {
  const heads = await headsOf(
    table,
    tasks.map(({ pk }) => pk),
  );
  const calls = await headsOf(
    table,
    [...heads.values()].map(({ callId }) => refOfCall(callId)),
  );
  return Promise.all(
    tasks.map(async (task) => {
      const head = heads.get(task.pk);
      const call = head && calls.get(refOfCall(head.callId));
      const name = head && (await applicantIn(head, call?.data));
      const code = codeOf(task.pk);
      return {
        task,
        ...(isCall(task.pk) ? {} : { about: name === undefined ? code : `${name} (${code})` }),
        callId: head?.callId ?? "",
        callTitle: call ? summaryOf(call, clock.now()).title[language] : "",
      };
    }),
  );
}

async function headsOf(table: House["table"], refs: readonly string[]): Promise<ReadonlyMap<string, Head>> {
  const items = await table.getMany([...new Set(refs)].map(headKey));
  return new Map(
    items.flatMap((item) => {
      const head = item && headItem.parse(item);
      return head ? [[head.pk, head] as const] : [];
    }),
  );
}
