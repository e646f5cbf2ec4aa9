import * as z from "zod";
import type { Field, FieldKind, Fields, FileType, Listed, Options, Values, When } from "./field.ts";
import type { FieldProblem } from "./problem.ts";

interface Common {
  readonly for?: readonly string[];
  readonly when?: When;
  readonly autocomplete?: string;
  readonly identifying?: boolean;
  readonly confidential?: boolean;
  readonly ranks?: boolean;
  readonly shownTo?: readonly string[];
  readonly fact?: true;
  readonly listed?: true;
}

type Optional = { readonly optional: true };
type Asked<T, O> = O extends Optional
  ? T | undefined
  : O extends { readonly for: readonly string[] } | { readonly when: When } | { readonly fact: true }
    ? T | undefined
    : T;

const problem = (code: FieldProblem, params: Record<string, unknown> = {}) => ({
  params: { code, ...params },
});

const field = <T, O extends Common & { optional?: boolean }>(
  kind: FieldKind,
  options: O,
  schema: Field<T>["schema"],
  more: Partial<Field<T>> = {},
): Field<Asked<T, O>> => ({
  kind,
  optional: options.optional ?? false,
  ...(options.for ? { for: options.for } : {}),
  ...(options.when ? { when: options.when } : {}),
  ...(options.autocomplete ? { autocomplete: options.autocomplete } : {}),
  ...(options.identifying ? { identifying: options.identifying } : {}),
  ...(options.confidential ? { confidential: options.confidential } : {}),
  ...(options.ranks ? { ranks: options.ranks } : {}),
  ...(options.shownTo ? { shownTo: options.shownTo } : {}),
  ...(options.fact ? { fact: true as const } : {}),
  ...(options.listed ? { listed: true as const } : {}),
  ...more,
  schema: schema as Field<Asked<T, O>>["schema"],
});

/** A schema that no list changes is made when the first answer comes, and then kept: making it takes longer than using it. */
function once<T>(make: () => z.ZodType<T>): () => z.ZodType<T> {
  let made: z.ZodType<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type TextOptions = Common & {
  readonly max?: number;
  readonly min?: number;
  readonly optional?: boolean;
  /** One of many that pages search among. */
  readonly among?: "municipalities";
  /** Which texts there are, and what any other is called. */
  readonly known?: { readonly is: (said: string) => boolean; readonly problem: FieldProblem };
};

const knownOnly = (base: z.ZodString, known: TextOptions["known"]): z.ZodType<string> =>
  known ? base.refine(known.is, problem(known.problem)) : base;

const bounded = (max: number, min: number) =>
  z
    .string()
    .max(max)
    .min(min)
    .meta({ maxLength: max, ...(min > 1 ? { minLength: min } : {}) });

/** One line of text; 200 characters unless told otherwise. */
export const text = <const O extends TextOptions>(options: O) =>
  field(
    "text",
    options,
    once(() => knownOnly(bounded(options.max ?? 200, options.min ?? 1), options.known)),
    {
      max: options.max ?? 200,
      min: options.min ?? 1,
      ...(options.among ? { among: options.among } : {}),
    },
  );

/** Several lines of text; 4 000 characters unless told otherwise. */
export const longText = <const O extends TextOptions>(options: O) =>
  field(
    "longText",
    options,
    once(() => bounded(options.max ?? 4000, options.min ?? 1)),
    {
      max: options.max ?? 4000,
      min: options.min ?? 1,
    },
  );

export const email = <const O extends Common & { optional?: boolean }>(options: O) =>
  field(
    "email",
    { autocomplete: "email", ...options },
    once(() => z.email().max(254)),
    { max: 254 },
  ) as Field<Asked<string, O>>;

export const phone = <const O extends Common & { optional?: boolean }>(options: O) =>
  field(
    "phone",
    { autocomplete: "tel", ...options },
    once(() => z.string().regex(/^\+?[0-9 ()-]{6,20}$/)),
    {
      max: 20,
    },
  ) as Field<Asked<string, O>>;

/** An account number: `isIban` checks country, length and checksum, `isReached` whether payments go there. */
export const iban = <
  const O extends Common & {
    optional?: boolean;
    isIban: (value: string) => boolean;
    isReached: (value: string) => boolean;
  },
>(
  options: O,
) =>
  field(
    "iban",
    options,
    once(() =>
      z
        .string()
        .refine(options.isIban, { ...problem("notIban"), abort: true })
        .refine(options.isReached, problem("notSepa"))
        .meta({ format: "iban" }),
    ),
    {
      max: 42,
    },
  );

/** A local day, `2027-03-01`; `past`: a day on which something happened, so not one that is still to come. */
export const date = <const O extends Common & { optional?: boolean; past?: true }>(options: O) =>
  field(
    "date",
    options,
    once(() => z.iso.date()),
    options.past ? { past: true } : {},
  );

/** A time of day, `HH:MM`; typed with a point it is read all the same. */
export const time = <const O extends Common & { optional?: boolean }>(options: O) =>
  field(
    "time",
    options,
    once(() => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
    { max: 5 },
  );

export const number = <
  const O extends Common & { optional?: boolean; min?: number; max?: number; decimals?: number },
>(
  options: O,
) => {
  const min = options.min ?? 0;
  const max = options.max ?? Number.MAX_SAFE_INTEGER;
  return field(
    "number",
    options,
    once(() => {
      const base = z.number().min(min).max(max);
      return options.decimals ? base.multipleOf(10 ** -options.decimals) : base.int();
    }),
    { min, max, decimals: options.decimals ?? 0 },
  );
};

/** An amount in EUR cents, at most ten million euros; people write euros, programs whole cents. */
export const money = <const O extends Common & { optional?: boolean; min?: number; max?: number }>(
  options: O,
) => {
  const { min = 0, max = 1_000_000_000 } = options;
  return field(
    "money",
    options,
    once(() => z.number().int().min(min).max(max).meta({ description: "EUR cents" })),
    { min, max },
  );
};

export const yesNo = <const O extends Common & { optional?: boolean }>(options: O) =>
  field(
    "yesNo",
    options,
    once(() => z.boolean()),
  );

/** A box that must be ticked: a declaration or a consent. */
export const confirmation = <const O extends Common>(options: O) =>
  field(
    "confirmation",
    options,
    once(() => z.literal(true)),
  );

const listedValue = (listed: Listed): string => (typeof listed === "string" ? listed : listed.value);

const among = (options: Options, listed: readonly string[]): readonly string[] =>
  "from" in options ? listed : options;

/** What a field accepts, with the list that its case has brought. */
export const schemaOf = <T>(field: Field<T>): z.ZodType<T> => {
  const { options = [], columns } = field;
  return field.schema("from" in options ? (options.listed ?? []).map(listedValue) : options, columns);
};

/** One of several. */
export const choice = <const V extends string, const O extends Common & { optional?: boolean }>(
  options: O & { readonly options: readonly V[] | { readonly from: string } },
) =>
  field<V, O>("choice", options, (listed) => z.enum(among(options.options, listed) as readonly V[]), {
    options: options.options,
  });

/** A slot of the case's call, of those that are free: the list `slots` that its form is given (`slots.ts`). */
export const slot = <const O extends Common & { optional?: boolean }>(options: O) =>
  field<string, O>("choice", options, (listed) => z.enum(listed), {
    options: { from: "slots" },
    takesSlot: true,
  });

/** Some of several, in order of preference; none twice. */
export const choices = <const O extends Common & { optional?: boolean; max: number; options: Options }>(
  options: O,
) =>
  field(
    "choices",
    options,
    (listed) =>
      z
        .array(z.enum(among(options.options, listed)))
        .min(1)
        .max(options.max)
        .refine((values) => new Set(values).size === values.length, problem("repeated")),
    { options: options.options, max: options.max },
  );

/** Any of several, in no order, or none of them: those who were there. */
export const several = <const O extends Common & { optional?: boolean; options: Options }>(options: O) =>
  field(
    "several",
    options,
    (listed) =>
      z
        .array(z.enum(among(options.options, listed)))
        .refine((values) => new Set(values).size === values.length, problem("repeated")),
    { options: options.options },
  );

/** A town of Lithuania that the gazetteer knows; the list is checked by whoever has the gazetteer at hand. */
export const town = <const O extends Common & { optional?: boolean }>(options: O) =>
  field("town", options, () => bounded(100, 1), { max: 100 });

/** A school by its code, of a list that the call brings or the house has (`schools`). */
export const schoolCode = <const O extends Common & { optional?: boolean }>(options: O) =>
  field(
    "school",
    options,
    (listed) =>
      z
        .string()
        .refine((code) => listed.includes(code), problem("unknownSchool"))
        .meta({ pattern: "^\\d{9}$" }),
    { options: { from: "schools" } },
  );

/**
 * The number of a certificate of the programme, as evidence of what was done before; whoever has the register at hand checks
 * that it is valid and of the same name.
 */
export const certificateNumber = <const O extends Common & { optional?: boolean }>(options: O) =>
  field("certificate", { autocomplete: "off", ...options }, () => bounded(60, 1), { max: 60 });

/** The number of an entry of a public register, which whoever has the register at hand checks to be valid today and of the same name. */
export const registerNumber = <const O extends Common & { optional?: boolean }>(
  register: string,
  options: O,
) => field("certificate", { autocomplete: "off", ...options }, () => bounded(60, 1), { max: 60, register });

/**
 * A file that was uploaded and looked at before: the answer holds its identifier. Up to 5 MB, because whoever looks at it
 * reads it whole.
 */
export const file = <
  const O extends Common & {
    optional?: boolean;
    types: readonly FileType[];
    maxBytes: number;
    namelessOf?: string;
  },
>(
  options: O,
) =>
  field("file", options, () => z.string().regex(/^[A-Za-z0-9_-]{16,40}$/), {
    file: { types: options.types, maxBytes: options.maxBytes },
    ...(options.namelessOf === undefined ? {} : { namelessOf: options.namelessOf }),
  });

interface RowsOptions<C extends Fields> extends Common {
  readonly optional?: boolean;
  readonly columns: C;
  readonly max: number;
  readonly min?: number;
  /** `lines` where there are many: each row is a line, its parts between semicolons or tabs, as spreadsheets paste them. */
  readonly written?: "rows" | "lines";
  /** The column of which no two rows say the same; and those of the first and the last day of a row. */
  readonly once?: keyof C & string;
  readonly spans?: readonly [from: keyof C & string, to: keyof C & string];
  /** Of a list of people: the role as which each works. */
  readonly worksAs?: string;
  /** Columns of money that are added up, and the column of choices by which the first of them is. */
  readonly sums?: { readonly of: readonly (keyof C & string)[]; readonly by?: keyof C & string };
}

/**
 * Several of the same, such as the people of a list: each row answers the columns. Empty rows are left out. Throws where lines of
 * a text are to hold files: each row has to have inputs of its own.
 */
export const rows = <const C extends Fields, const O extends RowsOptions<C>>(
  options: O & { readonly columns: C },
) => {
  const files = Object.keys(options.columns).filter((name) => options.columns[name]?.kind === "file");
  if (options.written === "lines" && files.length > 0)
    throw new Error(`${files.join(", ")}: a file does not fit into a line of a text`);
  return field<readonly Values<C>[], O>(
    "rows",
    options,
    // Rows accept what their columns do now, with the lists that the case has brought for these. The shape is made of exactly these
    // columns, which the compiler cannot follow through their names.
    (_, columns: Fields = options.columns) =>
      rowsOf(columns, options.min ?? 1, options.max) as z.ZodType<readonly Values<C>[]>,
    {
      columns: options.columns,
      written: options.written ?? "rows",
      ...(options.sums ? { sums: options.sums } : {}),
      ...(options.once ? { once: options.once } : {}),
      ...(options.worksAs === undefined ? {} : { worksAs: options.worksAs }),
      ...(options.spans ? { spans: options.spans } : {}),
      max: options.max,
      min: options.min ?? 1,
    },
  );
};

const rowsOf = (columns: Fields, min: number, max: number) =>
  z
    .array(z.strictObject(shapeOf(columns)))
    .min(min)
    .max(max);

const shapeOf = (columns: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      column.optional ? schemaOf(column).optional() : schemaOf(column),
    ]),
  );
