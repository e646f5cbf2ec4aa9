import middy from "@middy/core";
import { Temporal } from "temporal-polyfill";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { allStaff } from "../cases/people/staff.ts";
import { digestOf } from "../cases/tasks/inbox.ts";
import type { House } from "../house.ts";
import { queueDigest } from "../mails/digest-mail.ts";
import { strandedFor } from "../mails/hold.ts";
import { questionsFor } from "../questions/questions.ts";

/**
 * One mail a working morning to each of the staff who has open tasks, instead of a mail for each task. Nobody goes without because
 * another's could not be written.
 */
export const digest = (house: House) =>
  middy<unknown, { readonly queued: number }>(async () => {
    const day = localDay(Temporal.Instant.from(house.clock.now())).toString();
    let queued = 0;
    const failures: unknown[] = [];
    for (const member of await allStaff(house)) {
      try {
        const { count } = await digestOf(house, member.email);
        const waits =
          count > 0 ||
          (await strandedFor(house, member.email)).lines.length > 0 ||
          (await questionsFor(house, member.email)).questions.length > 0;
        if (waits && (await queueDigest(house, member, day)) === "queued") queued++;
      } catch (error) {
        failures.push(error);
      }
    }
    // Whoever calls tries again: those who have theirs by then are passed over.
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} digests could not be written`);
    return { queued };
  });
