import { rolesIn, type StaffMember } from "../cases/staff.ts";
import { behind } from "../cases/standing-in.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { runKey } from "../store/keys.ts";
import { type Run, type RunTransfer, runItem } from "../store/run-item.ts";
import { refOfTransfer } from "./attempt.ts";
import { bankFile } from "./bank-file.ts";
import { entriesOf, payerOf, type Waiting, waitingIn } from "./call-money.ts";

/** So many payments fit one run: an item of the table holds 400 KB. */
export const longestRun = 500;

/** The runs of a call, the first one first. */
export const runsOf = async (house: Pick<House, "table">, call: Head): Promise<readonly Run[]> =>
  (await house.table.query(call.pk, "run#")).map((item) => runItem.parse(item));

export async function loadRun(
  house: Pick<House, "table">,
  call: Head,
  number: number,
): Promise<Run | undefined> {
  const item = await house.table.get(runKey(call.callId, number));
  return item && runItem.parse(item);
}

/** The payments that a run makes: all but those left out. */
export const madeBy = (run: Run): readonly RunTransfer[] => run.transfers.filter(({ leftOut }) => !leftOut);

/**
 * What waits to be paid and is in no run: a payment is in one run at most that was not sent back. Only these cases are
 * looked at where `refs` names some.
 */
export async function toPrepare(
  house: Pick<House, "table" | "clock">,
  call: Head,
  runs: readonly Run[],
  refs?: ReadonlySet<string>,
): Promise<readonly Waiting[]> {
  if (!(await payerOf(house, call))) return [];
  const taken = runs.filter(({ status }) => status !== "sentBack").flatMap(madeBy);
  const ids = new Set(taken.map(({ id }) => id));
  const entries = (await entriesOf(house, call)).filter(({ ref }) => refs?.has(ref) ?? true);
  return (await waitingIn(house, call, entries)).filter(({ id }) => !ids.has(id));
}

export type Prepared =
  | { readonly outcome: "prepared"; readonly number: number }
  /** What was chosen no longer waits, or somebody prepared a run at the same moment. */
  | { readonly outcome: "nothingChosen" | "changed" | "notTheirs" };

/**
 * Freezes the chosen payments as the call's next run. Its number is taken once, so of two who prepare at one moment one
 * is told to look again; no payment comes into two runs.
 */
export async function prepareRun(
  house: Pick<House, "table" | "clock">,
  call: Head,
  member: StaffMember,
  chosen: ReadonlySet<string>,
): Promise<Prepared> {
  if (!rolesIn(call, member).has("coordinator")) return { outcome: "notTheirs" };
  if (chosen.size === 0) return { outcome: "nothingChosen" };
  const runs = await runsOf(house, call);
  const payer = await payerOf(house, call);
  const refs = new Set([...chosen].map(refOfTransfer));
  const waiting = (await toPrepare(house, call, runs, refs)).filter(({ id }) => chosen.has(id));
  if (!payer || waiting.length !== chosen.size || waiting.length > longestRun) {
    return { outcome: "changed" };
  }
  const number = runs.length + 1;
  const others = [...behind(call, member.email, member.standIns ?? [])].slice(1);
  const stored = await house.table.put(
    {
      ...runKey(call.callId, number),
      callId: call.callId,
      number,
      status: "prepared",
      payer,
      transfers: waiting.map(({ id, ref, state, to, cents, about }) => ({
        id,
        ref,
        state,
        to,
        cents,
        about,
      })),
      preparedAt: house.clock.now(),
      preparedBy: named(member),
      ...(others.length > 0 ? { preparedFor: others } : {}),
    },
    { ifAbsent: true },
  );
  return stored === "stored" ? { outcome: "prepared", number } : { outcome: "changed" };
}

/** Who did something with a run, as it is kept. */
export const named = ({ name, email }: StaffMember) => ({ name, email });

/** The file for the bank of an approved run, the same bytes each time; `undefined` for any other run. */
export function fileOf(run: Run): string | undefined {
  const { payOn, decidedAt, payer } = run;
  if (run.status === "prepared" || run.status === "sentBack" || !payOn || !decidedAt) return undefined;
  return bankFile(
    payer,
    madeBy(run).map(({ id, to, cents, about }) => ({ id, to, cents, about, on: payOn })),
    decidedAt,
  );
}
