import { type Competence, developedIn } from "../../workflows/kernel/develops.ts";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { casesOfAddress } from "../cases/people/mine.ts";
import type { House } from "../house.ts";
import { addressIdOf, registrationIdOf } from "../links.ts";
import { openRowsOf } from "../public/open-rows.ts";
import { metCountOf } from "../seats/check-in.ts";
import { registrationOf } from "../seats/settle.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import { refOfCase, roleTakenPrefix, seatsOf, seatTakenPrefix, tookPartIn } from "../store/keys.ts";
import type { OpenRow } from "../store/open-item.ts";

/** What somebody took part in: a case of their own, an event at which they were seen, or others' case in which they had a role. */
export interface Part {
  readonly loaded: LoadedCase;
  readonly as: "own" | "visitor" | { readonly role: Role };
  /** What an event is called. */
  readonly title?: string;
  /** Local days. */
  readonly from: string;
  readonly until?: string;
  /** Academic hours that count. */
  readonly hours?: number;
  /** Days that a certificate gives in place of hours. */
  readonly days?: number;
  readonly competences: readonly Competence[];
  readonly subjects: readonly string[];
  readonly certificate?: CertificateItem;
  /** What of it is public. */
  readonly open: readonly OpenRow[];
}

type Parts = Pick<House, "table" | "config" | "clock">;

/** Everything that an address took part in, the latest first. */
export async function partsOf(house: Parts, email: string): Promise<readonly Part[]> {
  const own = await casesOfAddress(house, email);
  const notes = await house.table.query(tookPartIn(addressIdOf(house.config.linkSecret, email)));
  const noted = notes.map(({ sk }) => String(sk));
  const visited = await Promise.all(
    noted.flatMap((sk) =>
      sk.startsWith(seatTakenPrefix) ? [visitIn(house, sk.slice(seatTakenPrefix.length), email)] : [],
    ),
  );
  const helped = await Promise.all(
    noted.flatMap((sk) => {
      if (!sk.startsWith(roleTakenPrefix)) return [];
      const [id = "", role = ""] = sk.slice(roleTakenPrefix.length).split("#");
      return [roleIn(house, id, role)];
    }),
  );
  return [...own.map(ownPart), ...visited, ...helped]
    .filter((part) => part !== undefined)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
}

const dayOf = ({ from, until = from }: Part): string => until;

/** Somebody's own case. A certificate says the hours; one that was taken back says none. */
export function ownPart(loaded: LoadedCase): Part {
  const { file, process, entry, certificate } = loaded;
  const { says } = certificate ?? {};
  const counts = certificate && !certificate.revoked ? says : undefined;
  const endedOn = says?.ends ?? (entry?.endedAt === undefined ? undefined : dayAt(entry.endedAt));
  return {
    loaded,
    as: "own",
    from: says?.starts ?? dayAt(file.submittedAt),
    ...(endedOn === undefined ? {} : { until: endedOn }),
    ...(counts?.hours === undefined ? {} : { hours: counts.hours }),
    ...(counts?.hours === undefined && counts?.days !== undefined ? { days: counts.days } : {}),
    ...(certificate?.develops ?? developedIn(process, file)),
    ...(certificate ? { certificate } : {}),
    open: openRowsOf(loaded),
  };
}

async function visitIn(house: Parts, id: string, email: string): Promise<Part | undefined> {
  const pk = seatsOf(refOfCase(id));
  const registration = await registrationOf(house, pk, registrationIdOf(house.config.linkSecret, pk, email));
  const loaded = await loadCase(house, refOfCase(id), { withoutTasks: false });
  const seats = loaded?.process.seats;
  if (!loaded || !seats || registration?.checkedInAt === undefined) return undefined;
  const day = dayAt(registration.checkedInAt);
  const hours = seats.hours?.(loaded.file, {
    ...registration,
    met: metCountOf(registration),
  });
  return {
    loaded,
    as: "visitor",
    title: seats.title(loaded.file),
    from: day,
    until: day,
    ...(hours === undefined ? {} : { hours }),
    ...developedIn(loaded.process, loaded.file),
    open: [],
  };
}

/** A role in somebody else's case: no hours of their own, but that they were there. */
async function roleIn(house: Parts, id: string, role: Role): Promise<Part | undefined> {
  const loaded = await loadCase(house, refOfCase(id));
  if (!loaded) return undefined;
  const days = loaded.tasks
    .filter((task) => task.role === role && task.closedAt !== undefined)
    .map(({ closedAt = "" }) => dayAt(closedAt))
    .toSorted();
  const [from = dayAt(loaded.file.submittedAt)] = days;
  return {
    loaded,
    as: { role },
    from,
    until: days.at(-1) ?? from,
    competences: [],
    subjects: [],
    open: [],
  };
}
