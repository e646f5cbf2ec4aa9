import * as z from "zod";
import { erase as eraseFrom, type Ground } from "../../functions/erasure/erase.ts";
import type { Kept } from "../../functions/erasure/kept.ts";
import { type Obstacle, type Person, personBy } from "../../functions/erasure/person.ts";
import { addressIdOf } from "../../functions/links.ts";
import { codeOf } from "../../functions/reading/codes.ts";
import { idOf, isCall } from "../../functions/store/keys.ts";
import {
  type KeepingReason,
  type KeptKind,
  keptKinds,
  retentionOf,
} from "../../workflows/kernel/retention.ts";
import { type Command, type Output, Refusal } from "./command.ts";
import type { Installation } from "./installation.ts";

const asked = z.object({
  email: z.email({
    error: ({ input }) => `EMAIL: expected an e-mail address, found ${JSON.stringify(input)}`,
  }),
  apply: z.boolean(),
  by: z.string().trim().min(1, "--by: expected who erases, as the record shall say it").optional(),
  reason: z.string().trim().min(1, "--reason: expected on what ground").optional(),
});

/** Erases somebody on request, after showing what goes and what stays. */
export const erase: Command = {
  name: "erase",
  summary: "erases a person on request; without --apply it only shows what would go and what stays",
  on: "installation",
  words: [{ value: "EMAIL", means: "the address by which the person takes part" }],
  options: {
    apply: { means: "erases; without it nothing is changed" },
    by: { value: "NAME", means: "who erases, for the record; needed with --apply" },
    reason: { value: "TEXT", means: "on what ground, for the record; needed with --apply" },
  },
  more: [
    "Names, addresses, telephones, accounts, files and what was written go from the table, documents, mails, drafts and sessions; options, " +
      "figures, decisions and money stay and name nobody, so rankings, ledgers and audits agree as before.",
    "Who has a case that goes on, an open task, or works for a call is not erased: it is said which. Said again, it does what is left.",
    "Stop the product before; on AWS it may run. The erasure is noted beside the data folder (FOLDER.erasures.jsonl): keep that file with the " +
      "copies, restore erases by it again; on AWS in the bucket, for erase again. Exit code 1 when something stands in the way.",
  ],
  read: ({ words: [email], options: { apply, by, reason } }) => ({
    email,
    apply: apply === true,
    ...(typeof by === "string" ? { by } : {}),
    ...(typeof reason === "string" ? { reason } : {}),
  }),
  async ask(installation, given, output) {
    const read = asked.safeParse(given);
    if (!read.success) throw new Refusal(...read.error.issues.map(({ message }) => message));
    const { email, apply, by, reason } = read.data;
    const kept = await installation.kept?.();
    if (!kept) throw new Refusal(needsAlone);
    const person = await personBy(installation, kept, email);
    show(person, output);
    if (person.obstacles.length > 0) {
      for (const obstacle of person.obstacles) output.tell(sentenceOn(obstacle));
      return 1;
    }
    if (!apply) {
      output.say("nothing was changed; with --apply --by NAME --reason TEXT it is");
      return 0;
    }
    if (by === undefined || reason === undefined)
      throw new Refusal("--apply: expected --by NAME and --reason TEXT, which the record keeps");
    output.say(await eraseAndNote(installation, kept, person, { by, reason }));
    return 0;
  },
};

export const needsAlone = "erasing needs the data folder to itself: stop the product and ask again";

/** Erases somebody of whom nothing stands in the way, and notes it where no restore takes it back; a sentence on what was done. */
export async function eraseAndNote(
  installation: Installation,
  kept: Kept,
  person: Person,
  ground: Ground,
  options: Parameters<typeof eraseFrom>[4] = {},
): Promise<string> {
  const { changed, gone, files, mails } = await eraseFrom(installation, kept, person, ground, options);
  const at = installation.clock.now();
  for (const address of person.identity.addresses)
    await installation.erasures?.note({
      person: addressIdOf(installation.config.linkSecret, address),
      at,
      by: ground.by,
      reason: ground.reason,
    });
  return `erased: ${changed} items name nobody any more, ${gone} items and ${files} files are gone, ${mails} mails are blank`;
}

const kinds: Readonly<Record<KeptKind, string>> = {
  identity: "name, address, telephone, account",
  texts: "what was written: applications, reports, reviews, reasons",
  files: "what was uploaded",
  mails: "mails",
  choices: "options, figures, days and decisions",
  money: "payments and what was worked out for them",
  certificate: "the number of a certificate, with hours and days",
  publication: "what was published",
};
const reasons: Readonly<Record<KeepingReason, string>> = {
  programme: "the programme is accounted for by figures",
  appeals: "a decision can be appealed against",
  accounting: "accounting law",
  funder: "the funder looks at what was paid for",
  holder: "whoever has the certificate can have it checked",
  consent: "its holder agreed",
};

function show({ own, elsewhere, drafts, sessions, hasNamesake, identity }: Person, { say }: Output): void {
  const { names, accounts } = identity;
  say(`known by ${names.length} names and ${accounts.length} accounts beside the address`);
  if (hasNamesake)
    say("somebody else has the same name: it is replaced only where the person is known by something else");
  for (const { head, process } of own) {
    say(`${codeOf(head.pk)}, ${process.id}:`);
    for (const [kind, keeps] of entriesOf(retentionOf(process)))
      say(
        keeps.onRequest === "goes"
          ? `  goes:  ${kinds[kind]}`
          : `  stays: ${kinds[kind]}, without a name (${reasons[keeps.why]}${keeps.years === "always" ? "" : `, ${keeps.years} years`})`,
      );
  }
  say(`${elsewhere} items name the person, ${drafts} drafts and ${sessions} sessions are theirs`);
}

const entriesOf = (retention: ReturnType<typeof retentionOf>) =>
  keptKinds.flatMap((kind) => {
    const keeps = retention[kind];
    return keeps ? [[kind, keeps] as const] : [];
  });

export function sentenceOn({ why, ref }: Obstacle): string {
  const name = isCall(ref) ? `call ${idOf(ref)}` : ref.startsWith("case#") ? `case ${codeOf(ref)}` : ref;
  switch (why) {
    case "caseGoesOn":
      return `${name} goes on: expected that it has ended, such as by its withdrawal`;
    case "taskIsOpen":
      return `${name}: something is asked of this person; expected that it is answered or given to somebody else`;
    case "isStaff":
      return `${name} names this person among its staff: expected somebody else in their place first`;
  }
}
