import * as z from "zod";
import { instant, keyed, language, pendable } from "./item-parts.ts";

/** The lists that can be ordered of a call, and as what kind of file. */
export const listFormats = {
  cases: ["csv", "xlsx"],
  claim: ["csv", "xlsx"],
  payments: ["xml"],
} as const;
export type ListKind = keyof typeof listFormats;

export const isList = (kind: string): kind is ListKind => Object.hasOwn(listFormats, kind);

/** As what kind of file something can be ordered: what is no list is a paper of the call. */
export const formatsOf = ({ kind }: Pick<Ordered, "kind">): readonly string[] =>
  isList(kind) ? listFormats[kind] : ["pdf"];

const exportFormat = z.enum(["csv", "xlsx", "pdf", "xml"]);

/** What is ordered; whoever orders the same gets the same file. */
export const ordered = z.object({
  callId: z.string(),
  /** One of the lists, or a paper that the call’s process says, by its name. */
  kind: z.string().regex(/^[a-z][a-zA-Z]*$/),
  format: exportFormat,
  language,
  /** What narrows it down, as its kind reads it; it may hold a name that was searched for. */
  said: z.string(),
});
export type Ordered = z.infer<typeof ordered>;

/** A file that was ordered: what it is, how far it has come, and until when it is kept. */
export const exportItem = z.object({
  ...keyed,
  ...pendable,
  ordered,
  status: z.enum(["waiting", "making", "ready", "failed"]),
  /** How often it was ordered anew; each making is another file. */
  making: z.number(),
  askedAt: instant,
  /** How many of how many cases it has gone through; 0 of 0 where nobody counts. */
  done: z.number(),
  total: z.number(),
  /** Under what its parts are added, those that were, and with what the next one begins. */
  upload: z.string().optional(),
  parts: z.array(z.object({ tag: z.string(), checksum: z.string().optional() })).default([]),
  from: z.string().optional(),
  /** All parts were added; it has only to be put together. */
  isComplete: z.boolean().optional(),
  /** How many cases the parts hold that were added. */
  added: z.number().default(0),
  /** Since when it is there, or is known not to come. */
  endedAt: instant.optional(),
  /** When it is taken away. */
  until: instant.optional(),
});
export type ExportItem = z.infer<typeof exportItem>;
