import * as z from "zod";
import { everyProcess } from "../../workflows/catalogue.ts";
import { jsonSchemaOf } from "../../workflows/kernel/parse.ts";
import type { Place, Rights } from "../addresses/address.ts";
import { paths } from "../addresses/paths.ts";
import type { Right } from "../addresses/rights.ts";
import { caseOperations } from "./operations/cases.ts";
import type { Described, DescribedPaths, Parameter, Words } from "./operations/described.ts";
import { openOperations } from "./operations/open.ts";
import { seatOperations } from "./operations/seats.ts";
import { taskOperations } from "./operations/tasks.ts";

/** One operation of the API, from which both the OpenAPI document and the page of documentation are made. */
export interface Operation extends Described {
  readonly method: "GET" | "POST";
  readonly pattern: string;
  /** Whether it needs the key of a client. */
  readonly needsKey: boolean;
  readonly parameters: readonly Parameter[];
}

const inPath = (name: string, example: string, about: Words): Parameter => ({
  name,
  in: "path",
  about,
  schema: z.toJSONSchema(z.string()),
  required: true,
  example,
});
const callWords: Words = { lt: "Kvietimo identifikatorius", en: "Identifier of the call" };
const caseWords: Words = { lt: "Bylos identifikatorius", en: "Identifier of the case" };
const fromLink: Words = { lt: "Iš nuorodos laiške", en: "From the link in the mail" };

/** What stands in a path, by its name there. */
const inPaths: Readonly<Record<string, Parameter>> = {
  callId: inPath("callId", "stazuotes-uzsienyje", callWords),
  kind: inPath("kind", "case", { lt: "case arba call", en: "case or call" }),
  key: inPath("key", "000001~endorsement", fromLink),
  secret: inPath("secret", "…", fromLink),
  seats: inPath("seats", "8cbcfeb8094986614cf8fd36", {
    lt: "Renginio bylos identifikatorius",
    en: "Identifier of the event’s case",
  }),
  register: inPath("register", "members", { lt: "Viešasis sąrašas", en: "The public register" }),
  number: inPath("number", "1234-5678-9012-3456-7890", { lt: "Įrašo numeris", en: "Number of the entry" }),
  field: inPath("field", "evidence", { lt: "Laukas", en: "The field" }),
};

const namedIn = (pattern: string): readonly Parameter[] =>
  [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    if (name === "id")
      return pattern.startsWith(paths.apiCall.pattern)
        ? inPath(name, "stazuotes-uzsienyje", callWords)
        : inPath(name, "8cbcfeb8094986614cf8fd36", caseWords);
    const known = inPaths[name];
    if (!known) throw new Error(`${pattern}: what is ${name}?`);
    return known;
  });

const described: DescribedPaths = {
  ...openOperations,
  ...seatOperations,
  ...caseOperations,
  ...taskOperations,
  openApi: {
    get: {
      about: { lt: "Šis aprašas programoms", en: "This description for programs" },
      answers: { 200: { lt: "OpenAPI 3.1", en: "OpenAPI 3.1" } },
    },
  },
};

const table: Readonly<Record<string, Place>> = paths;

/** Every operation of the API, in the order in which a program needs them. */
export const operations: readonly Operation[] = Object.entries<{
  readonly [M in keyof Rights]?: Described;
}>(described).flatMap(([name, { get, post }]) => {
  const place = table[name];
  if (!place) return [];
  const { pattern, rights } = place;
  return [
    ...(get ? [operationOf("GET", pattern, rights.get, get)] : []),
    ...(post ? [operationOf("POST", pattern, rights.post, post)] : []),
  ];
});

function operationOf(
  method: Operation["method"],
  pattern: string,
  right: Right | undefined,
  described: Described,
): Operation {
  const parameters = [...namedIn(pattern), ...(described.parameters ?? [])];
  return { ...described, method, pattern, needsKey: right?.who === "client", parameters };
}

const processes = await everyProcess();

/** The schemas of applications, by process. */
export const applicationSchemas = Object.fromEntries(
  processes.flatMap((process) =>
    process.application ? [[process.id, jsonSchemaOf(process.application)]] : [],
  ),
);
