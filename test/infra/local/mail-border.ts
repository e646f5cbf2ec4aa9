import { expect } from "vitest";
import { loadCase } from "../../../functions/cases/load.ts";
import { refOfCase } from "../../../functions/store/keys.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";
import { calendarProgram } from "../../functions/mails/calendar-rules.ts";
import { calendarsIn, messageFaults, readMessage } from "../../functions/mails/message-rules.ts";

/** A provider that looks at each mail as it is handed over, and people whose calendars take what they are sent. */
export function mailBorder() {
  const client = mailDrop();
  const faults: string[] = [];
  const calendars = new Map<string, ReturnType<typeof calendarProgram>>();
  client.middlewareStack.add(
    (next) => async (args) => {
      if ("RawMessage" in args.input && args.input.RawMessage?.Data) {
        const raw = args.input.RawMessage.Data;
        const mail = await readMessage(raw);
        for (const fault of await messageFaults(raw)) faults.push(`${mail.subject}: ${fault}`);
        const to = mail.to?.[0]?.address ?? "";
        // Whoever is no staff is written to about a case or a call, and somebody coordinates it.
        if (to.endsWith("@mokykla.example") && !mail.replyTo?.[0]?.address)
          faults.push(`${mail.subject}: nobody reads an answer`);
        const calendar = calendars.get(to) ?? calendarProgram();
        calendars.set(to, calendar);
        for (const { content } of calendarsIn(mail)) calendar.take(content);
      } else faults.push("a mail that was not sent whole");
      return next(args);
    },
    { step: "initialize", name: "mailBorder" },
  );
  return {
    client,
    /** No mail broke a rule, and no case that has ended left a date that is still to come in anybody's calendar. */
    expectRules: async ({ house }: Pick<OpenedWorld, "house">): Promise<void> => {
      const now = Date.parse(house.clock.now());
      const left: string[] = [];
      for (const [person, calendar] of calendars)
        for (const { uid, startDate } of calendar.events()) {
          if (startDate.toJSDate().getTime() < now) continue;
          const loaded = await loadCase(house, refOfCase(uid.slice(0, uid.indexOf("-"))));
          if (loaded?.entry?.ended) left.push(`${person}: ${uid} after ${loaded.entry.state}`);
        }
      expect({ faults: [...new Set(faults)], left }).toEqual({ faults: [], left: [] });
    },
  };
}
