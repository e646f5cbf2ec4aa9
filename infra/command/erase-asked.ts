import { personBy } from "../../functions/erasure/person.ts";
import { allRequests } from "../../functions/erasure/requests.ts";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { type Command, Refusal } from "./command.ts";
import { eraseAndNote, needsAlone, sentenceOn } from "./erase.ts";

/** Erases everybody who has asked for it on their page and to whom a coordinator has agreed; the record says who did. */
export const eraseAsked: Command = {
  name: "erase asked",
  summary:
    "erases those who asked on their page, once a coordinator has agreed; without --apply it only says who",
  on: "installation",
  options: { apply: { means: "erases; without it nothing is changed" } },
  more: [
    "May be run every night. Of whom something goes on again is not erased, and it is said what; exit code 1 then.",
  ],
  read: ({ options: { apply } }) => ({ apply: apply === true }),
  async ask(installation, asked, { say, tell }) {
    const kept = await installation.kept?.();
    if (!kept) throw new Refusal(needsAlone);
    const isApplied = typeof asked === "object" && asked !== null && "apply" in asked && asked.apply === true;
    const requests = await allRequests(installation);
    let inTheWay = 0;
    for (const { email, askedAt, decided } of requests) {
      if (!decided?.agrees) continue;
      const person = await personBy(installation, kept, email);
      const ground = {
        by: decided.by,
        reason: `asked on ${dayAt(askedAt)}, agreed on ${dayAt(decided.at)}`,
      };
      for (const obstacle of person.obstacles) tell(sentenceOn(obstacle));
      if (person.obstacles.length > 0) inTheWay++;
      else if (isApplied) say(await eraseAndNote(installation, kept, person, ground));
      else say(`${email}: ${ground.reason}, by ${decided.by}`);
    }
    const open = requests.filter(({ decided }) => !decided).length;
    if (open > 0) say(`${open} requests wait for a coordinator`);
    return inTheWay > 0 ? 1 : 0;
  },
};
