import type { Language } from "../../../workflows/kernel/case-file.ts";
import { mainRoad } from "../../../workflows/kernel/main-road.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { Became } from "../../../workflows/kernel/rehearsal.ts";
import type { Tone } from "../../../workflows/kernel/rehearsal-report.ts";

/** How people call an ending, and whether it is the one that the road is meant to have. */
export interface Ending {
  readonly name: Readonly<Record<Language, string>>;
  readonly tone: Tone;
}

/** Endings by the kind of line and how it ended: what one process calls `completed` is not what another does. */
export type Endings = ReadonlyMap<string, Ending>;

export const endingKey = ({ kind = "", status }: Pick<Became, "kind" | "status">): string =>
  `${kind} ${status}`.trim();

/** What a process says of one of its ends; nothing where it says it with what only a case knows. */
export async function endingOf(process: Process, status: string): Promise<Ending | undefined> {
  const [lt, en] = await Promise.all([process.words.lt(), process.words.en()]);
  const key = `status.${status}`;
  const name = { lt: lt[key] ?? "", en: en[key] ?? "" };
  if (Object.values(name).some((said) => said === "" || said.includes("{"))) return undefined;
  const meant = process.states[mainRoad(process).at(-1) ?? ""];
  return { name, tone: meant?.kind === "end" && meant.status === status ? "done" : "other" };
}
