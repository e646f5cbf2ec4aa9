import * as z from "zod";
import type { paths } from "../../addresses/paths.ts";
import { keyShape } from "../idempotency.ts";
import { cursorShape, limitShape } from "../pages.ts";

export type Words = { readonly lt: string; readonly en: string };

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly about: Words;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly required?: true;
  readonly example: string;
}

/** What the table of addresses does not say of an operation. */
export interface Described {
  readonly about: Words;
  /** Besides what stands in the path. */
  readonly parameters?: readonly Parameter[];
  readonly body?: unknown;
  /** By status; the body of an answer below 300. */
  readonly answers: Readonly<Record<number, Words>>;
  readonly schema?: unknown;
}

type Paths = typeof paths;
export type ProgramPath = {
  [N in keyof Paths]: Paths[N]["pattern"] extends `/api/${string}` ? N : never;
}[keyof Paths];

/** What there is to say of some of the addresses, by what may be done at each. */
export type DescribedPaths<N extends ProgramPath = ProgramPath> = {
  readonly [P in N]: { readonly [M in keyof Paths[P]["rights"]]: Described };
};

export const inQuery = (name: string, shape: z.ZodType, example: string, about: Words): Parameter => ({
  name,
  in: "query",
  about,
  schema: z.toJSONSchema(shape, { io: "output" }),
  example,
});

export const cursor = inQuery("cursor", cursorShape, "…", {
  lt: "`next` iš ankstesnio puslapio",
  en: "`next` of the page before",
});

export const paged: readonly Parameter[] = [
  inQuery("limit", limitShape, "50", {
    lt: "Kiek daugiausia, nuo 1 iki 100",
    en: "How many at most, from 1 to 100",
  }),
  cursor,
];

export const idempotent = (isRequired: boolean): Parameter => ({
  name: "Idempotency-Key",
  in: "header",
  about: {
    lt: "Tas pats raktas su tuo pačiu turiniu duoda tą patį atsakymą, su kitu – 422",
    en: "The same key with the same body gets the same answer, with another body 422",
  },
  schema: z.toJSONSchema(keyShape),
  ...(isRequired ? { required: true } : {}),
  example: "b7a4e0b0-5d2c-4a7e-9b7f",
});

/** What several operations answer alike. */
export const alike = {
  wrong: { lt: "Neteisingas parametras, įvardytas", en: "A wrong parameter, named" },
  fields: { lt: "Neteisingi laukai, kiekvienas įvardytas", en: "Fields that are not valid, each named" },
  fieldsOrKey: {
    lt: "Neteisingi laukai arba tas pats raktas su kitu turiniu",
    en: "Fields that are not valid, or the same key with another body",
  },
  noLink: { lt: "Tokios nuorodos nėra", en: "No such link" },
  noCall: { lt: "Tokio kvietimo nėra", en: "No such call" },
  stored: { lt: "Įrašyta", en: "Stored" },
} as const satisfies Readonly<Record<string, Words>>;

/** Something is read behind a link. */
export const readByLink = (about: Words, found: Words, schema?: unknown): Described => ({
  about,
  answers: { 200: found, 404: alike.noLink },
  ...(schema === undefined ? {} : { schema }),
});

/** An object is posted to a link. */
export const postedToLink = (
  about: Words,
  answers: Described["answers"],
  more: Pick<Described, "parameters" | "schema"> = {},
): Described => ({ about, body: { type: "object" }, answers: { 404: alike.noLink, ...answers }, ...more });
