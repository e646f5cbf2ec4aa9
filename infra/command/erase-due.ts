import { dueIn, expire, isPersonDue, outlivesCases } from "../../functions/erasure/due.ts";
import { personBy } from "../../functions/erasure/person.ts";
import { codeOf } from "../../functions/reading/codes.ts";
import { uploadedKey } from "../../functions/store/keys.ts";
import { type Command, Refusal } from "./command.ts";
import { eraseAndNote, needsAlone } from "./erase.ts";

/** Takes away what has been kept for as long as the rules of retention say (docs/retention.md). */
export const eraseDue: Command = {
  name: "erase due",
  summary:
    "takes away whatever has been kept for its time (docs/retention.md); without --apply it only says what",
  on: "installation",
  options: { apply: { means: "takes it away; without it nothing is changed" } },
  more: [
    "So many years after the end of a case what was written goes with its files, and its mails; names go from everything once all cases in which " +
      "somebody stands are so old. Certificates, figures, decisions and money stay. Files of drafts that are not there any more go, too.",
    "May be run every night; said again it does what is left.",
  ],
  read: ({ options: { apply } }) => ({ apply: apply === true }),
  async ask(installation, asked, { say }) {
    const kept = await installation.kept?.();
    if (!kept) throw new Refusal(needsAlone);
    const isApplied = typeof asked === "object" && asked !== null && "apply" in asked && asked.apply === true;
    const { cases, people, uploads } = await dueIn(installation, kept);
    for (const due of cases) {
      const files = isApplied ? await expire(installation, kept, due) : 0;
      say(
        `${codeOf(due.loaded.head.pk)}: ${due.kinds.join(" and ")}${files > 0 ? ` with ${files} files` : ""}`,
      );
    }
    let gone = 0;
    for (const email of people) {
      const person = await personBy(installation, kept, email);
      if (person.obstacles.length > 0 || !isPersonDue(person, installation.clock.now())) continue;
      gone++;
      const ground = { by: "kelias erase due", reason: "docs/retention.md" };
      if (isApplied) say(await eraseAndNote(installation, kept, person, ground, { leaves: outlivesCases }));
    }
    for (const { key, id } of uploads) {
      if (!isApplied) continue;
      await installation.table.delete(key);
      await kept.documents.remove(uploadedKey(id));
    }
    if (isApplied) await kept.wipe();
    say(
      `${cases.length} cases, ${gone} people and ${uploads.length} files of drafts ${isApplied ? "are done" : "are due; with --apply they go"}`,
    );
    return 0;
  },
};
