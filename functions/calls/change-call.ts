import * as z from "zod";
import { type ChangedField, isSame, weighChange } from "../../workflows/kernel/call-form.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { idOf } from "../store/keys.ts";
import { callFormOf } from "./call-drafts.ts";
import { coordinatorIn, faultsOfStaff, readFile } from "./publish-draft.ts";
import { dataWithSchools } from "./schools.ts";

const madeCall = z.object({ applicationProcess: z.string() });

/** A published call that people have made, as its form holds it. */
export async function changeableCall({ table }: Pick<House, "table">, head: Head) {
  const said = madeCall.safeParse(head.data);
  const callForm = said.success ? await callFormOf(said.data.applicationProcess) : undefined;
  if (!said.success || !callForm || head.endedAt !== undefined) return undefined;
  const stored = callForm.typedOf(idOf(head.pk), await dataWithSchools(table, head));
  return { head, process: said.data.applicationProcess, callForm, stored };
}
export type ChangeableCall = NonNullable<Awaited<ReturnType<typeof changeableCall>>>;

interface Wish {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly reason: string;
  /** How many changes there were when it was read. */
  readonly version: number;
  readonly by: StaffMember;
}

type Changed =
  | { readonly outcome: "changed" }
  | { readonly outcome: "nothing" }
  | { readonly outcome: "conflict" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

const datesOfCall = z.object({ opensAt: z.string(), closesAt: z.string() });

type Weighed =
  | { readonly outcome: "weighed"; readonly data: Data; readonly changed: readonly ChangedField[] }
  | { readonly outcome: "nothing" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** What a published call would become by a change, as its rules allow; nothing is stored. */
export async function weighCallChange(
  house: Pick<House, "table" | "clock">,
  { head, process, callForm, stored }: ChangeableCall,
  typed: Wish["typed"],
): Promise<Weighed> {
  const data = head.data ?? {};
  const dates = datesOfCall.parse(data);
  const { items: some } = await house.table.page(head.pk, { prefix: "entry#", limit: 1 });
  const hasApplications = some.length > 0;
  const now = house.clock.now();
  const weighed = weighChange(callForm, stored, typed, { ...dates, now, hasApplications });
  if (weighed.outcome === "invalid") return weighed;
  const { values, changed } = weighed.value;
  if (changed.length === 0) return { outcome: "nothing" };
  const before = parseAnswer(callForm.form, stored);
  if (before.outcome === "invalid") return before;
  const made = { process, callForm, values: { ...stored, ...typed } };
  const [was, becomes] = [
    await readFile({ process, callForm, values: stored }, callForm.fileOf(before.value.values)),
    await readFile(made, callForm.fileOf(values)),
  ];
  if (was.outcome === "invalid") return was;
  if (becomes.outcome === "invalid") return becomes;
  // Whoever hands the coordination on takes nothing by the same change that a coordinator may not have.
  const coordinators = new Set([coordinatorIn(becomes.value.data), coordinatorIn(was.value.data)]);
  const errors = [...coordinators].flatMap((one) =>
    faultsOfStaff(callForm, made.values, becomes.value.data, one),
  );
  if (errors.length > faultsOfStaff(callForm, stored, was.value.data).length)
    return { outcome: "invalid", errors };
  return { outcome: "weighed", data: replaced(data, was.value.data, becomes.value.data), changed };
}

/**
 * Changes a published call as its rules allow, and keeps who changed what, when and why. Of its data only what comes of the
 * changed fields is replaced; running cases read it from then on.
 */
export async function changeCall(
  house: Pick<House, "table" | "clock">,
  call: ChangeableCall,
  { typed, reason, version, by }: Wish,
): Promise<Changed> {
  const { head } = call;
  const weighed = await weighCallChange(house, call, typed);
  if (weighed.outcome === "invalid") return weighed;
  if (weighed.outcome === "nothing")
    return { outcome: isOwnChange(head, { reason, version, by }) ? "changed" : "nothing" };
  if ((head.changed ?? 0) !== version) return { outcome: "conflict" };
  const { outcome } = await house.table.change(
    { pk: head.pk, sk: head.sk },
    {
      set: {
        data: weighed.data,
        changes: [
          ...(head.changes ?? []),
          {
            at: house.clock.now(),
            by: { name: by.name, email: by.email },
            reason,
            fields: weighed.changed,
          },
        ],
      },
      add: { changed: 1 },
      when: { changed: head.changed === undefined ? "absent" : { is: head.changed } },
    },
  );
  return { outcome: outcome === "changed" ? "changed" : "conflict" };
}

/** Is what is there already what the same person has just changed? Whoever sends it again has changed it. */
function isOwnChange(
  { changed = 0, changes = [] }: Head,
  { reason, version, by }: Pick<Wish, "reason" | "version" | "by">,
): boolean {
  const last = changes.at(-1);
  return changed === version + 1 && last?.by.email === by.email && last.reason === reason;
}

type Data = Readonly<Record<string, unknown>>;

/** The data with what differs between two readings; what the form does not know stays as it is. */
function replaced(data: Data, was: Data, becomes: Data): Data {
  const differing = [...new Set([...Object.keys(was), ...Object.keys(becomes)])].filter(
    (name) => !isSame(was[name], becomes[name]),
  );
  const kept = Object.entries(data).filter(([name]) => !differing.includes(name));
  const anew = differing.flatMap((name) =>
    becomes[name] === undefined ? [] : [[name, becomes[name]] as const],
  );
  return Object.fromEntries([...kept, ...anew]);
}
