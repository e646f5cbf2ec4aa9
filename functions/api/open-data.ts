import * as z from "zod";
import { openData } from "../../workflows/kernel/open-data.ts";
import { openDataOf, rowsOf } from "../public/open-data.ts";
import { json, refusalAsProblem } from "../web/answers.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";

/** The figures that a call has published, as programs read them; what is hidden or blank is left out. */
export const openDataShape = openData
  .omit({ rows: true })
  .extend({ rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))) });

/** `GET /api/data/{id}`: the same figures as in the file for everybody. */
export const describeOpenData: Work = async ({ house, request, at }) => {
  const data = await openDataOf(house, at("id"));
  return data ? json(200, { ...data, rows: rowsOf(data) }) : refusalAsProblem(notFound, request.id);
};
