import { createHash } from "node:crypto";
import * as z from "zod";
import type { School } from "../../workflows/kernel/facts/schools.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { refOfCall } from "../store/keys.ts";

type Data = Readonly<Record<string, unknown>>;

/** As text, which is read at once where maps and lists are read one by one. */
const listItem = z.object({ list: z.string() });
const keyOf = (callId: string) => ({ pk: refOfCall(callId), sk: "schools" });

/** A call's data for its head, which everything about a case reads: of its list of schools the head has a fingerprint alone. */
export function withoutSchools({ schools, ...data }: Data): Data {
  if (!Array.isArray(schools)) return data;
  return { ...data, schools: createHash("sha256").update(JSON.stringify(schools)).digest("hex") };
}

/** Keeps the list of schools that a call brings beside its head, where it brings one. */
export async function keepSchools(table: House["table"], callId: string, { schools }: Data): Promise<void> {
  if (Array.isArray(schools))
    await table.put({ ...keyOf(callId), list: JSON.stringify(schools) }, { ifAbsent: true });
}

const opened = z.object({ parent: z.object({ callId: z.string() }) });

/** The schools that a call has brought, or the one whose case has opened it; `undefined` where there is no such list. */
export async function schoolsOfHead(
  table: House["table"],
  { data, callId }: Pick<Head, "data" | "callId">,
): Promise<readonly School[] | undefined> {
  const whose = typeof data?.schools === "string" ? callId : opened.safeParse(data).data?.parent.callId;
  const item = whose === undefined ? undefined : await table.get(keyOf(whose));
  // The list was held to its schema when the call was read.
  return item ? (JSON.parse(listItem.parse(item).list) as readonly School[]) : undefined;
}

/** The data of a call as it was published, with the list of schools that it has brought. */
export async function dataWithSchools(table: House["table"], head: Head): Promise<Data> {
  const schools = typeof head.data?.schools === "string" ? await schoolsOfHead(table, head) : undefined;
  return { ...head.data, ...(schools ? { schools } : {}) };
}
