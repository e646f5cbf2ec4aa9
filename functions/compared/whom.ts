import type { Person } from "../../workflows/kernel/case-file.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { isStandIn } from "../erasure/identity.ts";
import type { House } from "../house.ts";
import { queueMail } from "../mails/queue.ts";
import { comparedTemplate } from "../mails/template.ts";
import { keepSeatMail } from "../seats/mails.ts";
import { registrationOf } from "../seats/settle.ts";
import type { Asking } from "../store/compared-items.ts";
import { caseOfSeats } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";

/** Somebody who has gone through a form, and how the questions are sent to them. */
interface Whom {
  /** The case of theirs, or that of the event at which they were. */
  readonly loaded: LoadedCase;
  readonly send: (asks: NonNullable<Mail["asks"]>) => Promise<void>;
}

/** Who is asked; nobody who was erased meanwhile. */
export async function whomToAsk(
  house: House,
  { pk, visit, registration }: Asking,
): Promise<Whom | undefined> {
  const loaded = await loadCase(house, registration === undefined ? pk : caseOfSeats(pk));
  if (!loaded) return undefined;
  if (registration !== undefined) {
    const comer = await registrationOf(house, pk, registration);
    if (!comer || comer.email === "" || isStandIn(comer.email)) return undefined;
    return {
      loaded,
      send: (asks) => keepSeatMail(house, comer, comparedTemplate, { round: asks.moment, asks }),
    };
  }
  const to: Person | undefined = loaded.process.people("applicant", loaded.file);
  if (loaded.head.erased || !to) return undefined;
  return {
    loaded,
    send: async (asks) => {
      const round = asks.moment === "end" ? 0 : 1;
      const order = { ref: pk, visit, template: comparedTemplate, role: "applicant", to, round };
      await queueMail(house, { ...order, asks }, loaded);
    },
  };
}
