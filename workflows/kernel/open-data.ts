import * as z from "zod";
import { licenceNames } from "./open.ts";

const bilingual = z.object({ lt: z.string(), en: z.string() });

/** A column of a table for everybody, as CSV on the Web describes it [W3C, "Metadata Vocabulary for Tabular Data"]. */
const column = z.object({
  name: z.string(),
  title: bilingual,
  datatype: z.enum(["string", "integer", "decimal", "boolean"]),
});

/** Figures for everybody, with what they mean: what a call's step keeps under the name `open-data`. */
export const openData = z.object({
  title: bilingual,
  licence: z.enum(licenceNames),
  /** By what they were measured, in which version. */
  instrument: z.object({ id: z.string(), version: z.union([z.number(), z.string()]) }),
  columns: z.array(column),
  /** What a figure leaves blank that is hidden; the number below which it is. */
  least: z.number(),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
export type OpenColumn = z.infer<typeof column>;
export type OpenData = z.infer<typeof openData>;

/** The file in which everybody finds it; its dictionary is beside it, as CSV on the Web says. */
export const openDataFile = "results.csv";

/** Under this name a call keeps it as a document. */
export const openDataName = "open-data";
