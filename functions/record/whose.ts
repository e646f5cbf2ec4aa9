import type { House } from "../house.ts";
import { signedIn } from "../sign-in/session.ts";
import { type Part, partsOf } from "./parts.ts";

/** Whose record it is: by the name of the latest case, or by the address of whoever has none. */
export interface Own {
  readonly name: string;
  readonly email: string;
  readonly parts: readonly Part[];
}

/** The record of whoever has signed in. */
export async function ownRecord(
  house: House,
  { cookies }: { readonly cookies: readonly string[] },
): Promise<Own | undefined> {
  const email = await signedIn(house, cookies);
  if (email === undefined) return undefined;
  const parts = await partsOf(house, email);
  const [name = email] = parts.flatMap(({ as, loaded }) =>
    as === "own" ? (loaded.process.people("applicant", loaded.file)?.name ?? []) : [],
  );
  return { name, email, parts };
}

export const languageOf = ({ parts }: Own) => parts.find(({ as }) => as === "own")?.loaded.head.language;
