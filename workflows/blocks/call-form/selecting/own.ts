import * as z from "zod";
import type { Field, Fields } from "../../../kernel/field.ts";
import { schemaOf } from "../../../kernel/field-kinds.ts";
import type { Values } from "../../../kernel/form.ts";
import { asWritten } from "../written.ts";

type Typed = Readonly<Record<string, unknown>>;

/** How a question stands in a call's file and in the table, where not as it was said. */
interface Kept<T, S> {
  readonly schema: z.ZodType<S>;
  readonly of: (said: NonNullable<T>) => S;
  /** As a page sends it. */
  readonly typed: (kept: S) => unknown;
}
interface KeptField<T, S> extends Field<T> {
  readonly kept: Kept<T, S>;
}

/** A question that a call's file answers in another shape, such as rows that are a record there. */
export const keptAs = <T, S>(field: Field<T>, kept: Kept<T, S>): KeptField<T, S> => ({ ...field, kept });

/** What a call has set by these questions. */
export type KeptValues<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends KeptField<infer T, infer S>
    ? undefined extends T
      ? S | undefined
      : S
    : Values<F>[K];
};

/** Each question and what keeps it was made together, by `keptAs`. */
const isKept = (field: Field<unknown>): field is KeptField<unknown, unknown> => "kept" in field;

/** The part of a call's file that these questions make, and the way back to what is typed. */
export function keeping<F extends Fields>(own: F) {
  const asked = Object.entries<Field<unknown>>(own);
  const shape = Object.fromEntries(
    asked.map(([name, field]) => {
      const schema = isKept(field) ? field.kept.schema : schemaOf(field);
      return [name, field.optional ? schema.optional() : schema];
    }),
  );
  const asStored = z.object(shape);
  return {
    shape,
    fileOf: (said: Typed): Typed =>
      Object.fromEntries(
        asked.flatMap(([name, field]) => {
          const value = said[name];
          if (value === undefined || value === null) return [];
          return [[name, isKept(field) ? field.kept.of(value) : value]];
        }),
      ),
    typedOf: (stored: Typed): Typed => {
      const call = asStored.parse(stored);
      return Object.fromEntries(
        asked.map(([name, field]) => [
          name,
          isKept(field) && call[name] !== undefined
            ? field.kept.typed(call[name])
            : asWritten(call[name], field),
        ]),
      );
    },
  };
}
