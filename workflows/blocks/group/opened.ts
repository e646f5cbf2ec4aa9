import * as z from "zod";
import { type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import { defineRecord } from "../../kernel/record.ts";

/** What a case opened for others to join: a call of its own, by its identifier. */
export const opened = defineRecord("opened", z.object({ id: z.string() }));

export const openedBy = (file: CaseFile): string | undefined => latestRecord(file, opened)?.id;

/** The identifier of what a case opens: its own, so that it opens one. */
export const openedId = ({ ref }: Pick<CaseFile, "ref">): string => ref.slice(ref.indexOf("#") + 1);

/** The case that opened a call, in that call's data. */
export const parent = z.object({ parent: z.object({ ref: z.string(), callId: z.string() }) });
