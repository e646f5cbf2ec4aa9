import * as z from "zod";
import { type Certified, type certificate, certified } from "../../workflows/kernel/certificate.ts";
import { developedIn } from "../../workflows/kernel/develops.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import { certificateKey } from "../store/keys.ts";
import { certificateNumberOf } from "./number.ts";

const titled = z.object({ title: z.object({ lt: z.string(), en: z.string() }) });

/**
 * Puts a certificate into the register that everybody can ask by number, and returns what the case's record says of
 * it. Issued again it is the one that there is. Throws when what is certified is not what a certificate says.
 */
export async function register(
  house: Pick<House, "table" | "config">,
  loaded: Pick<LoadedCase, "head" | "file" | "process">,
  facts: unknown,
  now: string,
): Promise<z.infer<typeof certificate.schema>> {
  const number = certificateNumberOf(house.config.linkSecret, loaded.head.pk);
  const says = certified.parse(facts);
  await putIntoRegister(house, loaded, says, { number, now });
  return { ...says, number };
}

/** The same under a number of its own, where a case has many. */
export async function putIntoRegister(
  { table }: Pick<House, "table">,
  { head, file, process }: Pick<LoadedCase, "head" | "file" | "process">,
  says: Certified,
  { number, now }: { readonly number: string; readonly now: string },
): Promise<void> {
  const item: CertificateItem = {
    ...certificateKey(number),
    sk: "certificate",
    number,
    ref: head.pk,
    process: head.process,
    call: titled.parse(file.call).title,
    says,
    develops: developedIn(process, file),
    issuedAt: now,
  };
  await table.put(item, { ifAbsent: true });
}
