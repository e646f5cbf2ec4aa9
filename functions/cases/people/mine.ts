import { addressField, applicantOf } from "../../../workflows/kernel/applicant.ts";
import { listCalls } from "../../calls/calls.ts";
import type { House } from "../../house.ts";
import { addressIdOf, caseIdOf } from "../../links.ts";
import { minePrefix, refOfCase } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";

type Parts = Pick<House, "table" | "config" | "clock">;

/**
 * The cases of which an address is the applicant's, the newest first. An application's identifier comes from its call and the
 * address that it was sent with, so most cases are found without an index; those that do not (a call that takes several of one
 * person, a case that another gave rise to, an address that was put right) are noted by the address.
 */
export async function casesOfAddress(house: Parts, email: string): Promise<readonly LoadedCase[]> {
  const calls = await listCalls(house);
  return findIn(
    house,
    calls.map(({ id }) => id),
    email,
    (loaded) => isSame(addressIn(loaded), email),
  );
}

/** By what its application is the same to its call as another; the address is that of whoever represents the applicant now. */
export const identityOf = (loaded: LoadedCase): string =>
  applicantOf(loaded.process).identity({ ...loaded.file.application, [addressField]: addressIn(loaded) });

/** The applications of one identity in one call, the first that was sent first. */
export async function applicationsIn(
  house: Pick<House, "table" | "config">,
  callId: string,
  identity: string,
): Promise<readonly LoadedCase[]> {
  const found = await findIn(house, [callId], identity, (loaded) => isSame(identityOf(loaded), identity));
  return found.filter(({ head }) => head.callId === callId).toReversed();
}

async function findIn(
  house: Pick<House, "table" | "config">,
  calls: readonly string[],
  /** An address or an identity. */
  known: string,
  isTheirs: (loaded: LoadedCase) => boolean,
): Promise<readonly LoadedCase[]> {
  const { linkSecret } = house.config;
  const noted = await house.table.query(minePrefix(addressIdOf(linkSecret, known)));
  const refs = new Set([
    ...calls.map((id) => refOfCase(caseIdOf(linkSecret, id, known))),
    ...noted.map(({ sk }) => String(sk)),
  ]);
  const found = await Promise.all([...refs].map((ref) => loadCase(house, ref)));
  return found
    .filter((loaded) => loaded !== undefined)
    .filter(isTheirs)
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
}

const orderOf = ({ head }: LoadedCase): string => `${head.submittedAt} ${head.pk}`;

const addressIn = ({ process, file }: LoadedCase): string => process.people("applicant", file)?.email ?? "";

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Notes a case by an address, or an identity, from which it could not be found otherwise. */
export async function noteMine(
  house: Pick<House, "table" | "config">,
  known: string,
  ref: string,
): Promise<void> {
  await house.table.put(
    { pk: minePrefix(addressIdOf(house.config.linkSecret, known)), sk: ref },
    { ifAbsent: true },
  );
}
