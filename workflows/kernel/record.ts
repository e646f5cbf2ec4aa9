import type * as z from "zod";

/** A kind of fact that a step leaves in the case file, with the schema that reads it back. */
export interface StepRecord<T> {
  readonly id: string;
  readonly schema: z.ZodType<T>;
}

export const defineRecord = <T>(id: string, schema: z.ZodType<T>): StepRecord<T> => ({ id, schema });
