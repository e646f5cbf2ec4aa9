import { erase } from "../../functions/erasure/erase.ts";
import type { Kept } from "../../functions/erasure/kept.ts";
import { personBy } from "../../functions/erasure/person.ts";
import { addressIdOf } from "../../functions/links.ts";
import { codeOf } from "../../functions/reading/codes.ts";
import { type Command, type Output, Refusal } from "./command.ts";
import { needsAlone } from "./erase.ts";
import type { Installation } from "./installation.ts";

/** On AWS, after a table was restored; `restore` of a data folder does it by itself. */
export const eraseAgainCommand: Command = {
  name: "erase again",
  summary: "erases again whoever was erased, from data that were set back",
  on: "installation",
  more: ["After a table was restored on AWS, with --table; restore of a data folder does it by itself."],
  read: () => ({}),
  async ask(installation, _asked, output) {
    if (!installation.kept) throw new Refusal(needsAlone);
    await eraseAgain(installation, output);
    return 0;
  },
};

/** Erases from data that were set back whoever had been erased: their addresses are known by HMACs alone. */
export async function eraseAgain(installation: Installation, { say, tell }: Output): Promise<void> {
  const noted = (await installation.erasures?.noted()) ?? [];
  const kept = noted.length === 0 ? undefined : await installation.kept?.();
  if (!kept) return;
  const addresses = await addressesIn(kept, installation.config.linkSecret);
  let erased = 0;
  for (const { person: id, by, reason } of noted) {
    const email = addresses.get(id);
    if (email === undefined) continue;
    const person = await personBy(installation, kept, email);
    for (const { ref } of person.obstacles)
      tell(
        `${codeOf(ref)} had not ended then: its person was erased later, and is to be erased again once it has`,
      );
    if (person.obstacles.length > 0) continue;
    await erase(installation, kept, person, { by, reason });
    erased++;
  }
  say(`${noted.length} people have been erased in all; ${erased} of them from this copy now`);
}

const anAddress = /[^\s"<>,;:\\()]+@[^\s"<>,;:\\()]+/gu;

/** Every address that stands anywhere, by what stands for it. */
async function addressesIn(kept: Kept, secret: string): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for await (const item of kept.items())
    for (const [email] of JSON.stringify(item).matchAll(anAddress))
      known.set(addressIdOf(secret, email), email.toLowerCase());
  return known;
}
