import * as z from "zod";
import { everyProcess } from "../../workflows/catalogue.ts";
import { jsonSchemaOf } from "../../workflows/kernel/parse.ts";
import type { Place, Rights } from "../addresses/address.ts";
import { paths } from "../addresses/paths.ts";
import type { Right } from "../addresses/rights.ts";
import { callList, wholeCallShape } from "./calls.ts";
import { caseList, sinceShape, wholeCaseShape } from "./cases.ts";
import { keyShape } from "./idempotency.ts";
import { publicationList, registrationList, registrationShape } from "./open.ts";
import { openDataShape } from "./open-data.ts";
import { cursorShape, limitShape } from "./pages.ts";
import { registrationShape as registrationShapeOfSeats, scannedShape, seatsShape } from "./seats.ts";

type Words = { readonly lt: string; readonly en: string };

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly about: Words;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly required?: true;
  readonly example: string;
}

/** What the table of addresses does not say of an operation. */
interface Described {
  readonly about: Words;
  /** Besides what stands in the path. */
  readonly parameters?: readonly Parameter[];
  readonly body?: unknown;
  /** By status; the body of an answer below 300. */
  readonly answers: Readonly<Record<number, Words>>;
  readonly schema?: unknown;
}

/** One operation of the API, from which both the OpenAPI document and the page of documentation are made. */
export interface Operation extends Described {
  readonly method: "GET" | "POST";
  readonly pattern: string;
  /** Whether it needs the key of a client. */
  readonly needsKey: boolean;
  readonly parameters: readonly Parameter[];
}

type Paths = typeof paths;
type ProgramPath = {
  [N in keyof Paths]: Paths[N]["pattern"] extends `/api/${string}` ? N : never;
}[keyof Paths];

const inPath = (name: string, example: string, about: Words): Parameter => ({
  name,
  in: "path",
  about,
  schema: z.toJSONSchema(z.string()),
  required: true,
  example,
});
const inQuery = (name: string, shape: z.ZodType, example: string, about: Words): Parameter => ({
  name,
  in: "query",
  about,
  schema: z.toJSONSchema(shape, { io: "output" }),
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

const paged: readonly Parameter[] = [
  inQuery("limit", limitShape, "50", {
    lt: "Kiek daugiausia, nuo 1 iki 100",
    en: "How many at most, from 1 to 100",
  }),
  inQuery("cursor", cursorShape, "…", {
    lt: "`next` iš ankstesnio puslapio",
    en: "`next` of the page before",
  }),
];
const [, cursor] = paged;
const shelved: readonly Parameter[] = [
  inQuery("text", z.string(), "vertinimas", { lt: "Žodžių pradžios", en: "How words begin" }),
  ...(cursor ? [cursor] : []),
];
const idempotent = (isRequired: boolean): Parameter => ({
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

const noKey: Words = { lt: "Nėra galiojančio rakto", en: "No valid key" };
const often: Words = { lt: "Per dažnai, žr. Retry-After", en: "Too often, see Retry-After" };
const wrong: Words = { lt: "Neteisingas parametras, įvardytas", en: "A wrong parameter, named" };
const fields: Words = {
  lt: "Neteisingi laukai, kiekvienas įvardytas",
  en: "Fields that are not valid, each named",
};
const noLink: Words = { lt: "Tokios nuorodos nėra", en: "No such link" };
const processes = await everyProcess();

const noEvent: Words = { lt: "Tokio renginio nėra", en: "No such event" };
const noCall: Words = { lt: "Tokio kvietimo nėra", en: "No such call" };

/** What there is to say of each, in the order in which a program needs them. */
const described: { readonly [N in ProgramPath]: { readonly [M in keyof Paths[N]["rights"]]: Described } } = {
  apiCalls: {
    get: {
      about: { lt: "Kvietimai", en: "The calls" },
      parameters: paged,
      answers: { 200: { lt: "Kvietimai", en: "The calls" }, 400: wrong },
      schema: z.toJSONSchema(callList),
    },
  },
  apiCall: {
    get: {
      about: {
        lt: "Kvietimas, jo paraiškos schema ir kas paskelbta",
        en: "One call, the schema of an application to it, and what was published",
      },
      answers: { 200: { lt: "Kvietimas", en: "The call" }, 404: noCall },
      schema: z.toJSONSchema(wholeCallShape),
    },
  },
  apiApplications: {
    post: {
      about: { lt: "Pateikti paraišką", en: "Apply to a call" },
      parameters: [idempotent(true)],
      body: {
        oneOf: processes.flatMap((process) =>
          process.application ? [{ $ref: `#/components/schemas/${process.id}` }] : [],
        ),
      },
      answers: {
        201: { lt: "Pateikta", en: "Stored" },
        200: { lt: "Jau buvo pateikta su tuo pačiu raktu", en: "Stored before under the same key" },
        400: {
          lt: "Nėra Idempotency-Key arba turinys nėra JSON objektas",
          en: "No Idempotency-Key, or a body that is not a JSON object",
        },
        404: noCall,
        409: {
          lt: "`late` arba `early`: paraiškos nebepriimamos arba dar nepriimamos",
          en: "`late` or `early`: the call is closed or not open yet",
        },
        415: { lt: "Turinys nėra application/json", en: "A body that is not application/json" },
        422: {
          lt: "Neteisingi laukai arba tas pats raktas su kitu turiniu",
          en: "Fields that are not valid, or the same key with another body",
        },
      },
    },
  },
  apiLibrary: {
    get: {
      about: { lt: "Viešoji biblioteka", en: "The public library" },
      parameters: [inQuery("tag", z.string(), "assessment", { lt: "Tema", en: "Topic" }), ...shelved],
      answers: {
        200: { lt: "Kas paskelbta, naujausia pirma", en: "What was published, the newest first" },
        400: wrong,
      },
      schema: z.toJSONSchema(publicationList),
    },
  },
  apiOpenData: {
    get: {
      about: { lt: "Atverti duomenys", en: "Open data" },
      answers: {
        200: { lt: "Skaičiai; paslėpti praleisti", en: "The figures; hidden ones are left out" },
        404: { lt: "Duomenų dar nėra", en: "No data yet" },
      },
      schema: z.toJSONSchema(openDataShape),
    },
  },
  apiRegister: {
    get: {
      about: { lt: "Viešasis sąrašas", en: "A public register" },
      parameters: shelved,
      answers: {
        200: {
          lt: "Kas jame šiandien yra ir sutiko būti rodomas",
          en: "Who stands in it today and agreed to be shown",
        },
        400: wrong,
        404: { lt: "Tokio sąrašo nėra", en: "No such register" },
      },
      schema: z.toJSONSchema(registrationList),
    },
  },
  apiRegistered: {
    get: {
      about: { lt: "Ar įrašas galioja", en: "Whether an entry is valid" },
      answers: {
        200: { lt: "Įrašas; be sutikimo – be vardo", en: "The entry; without consent, without the name" },
        404: { lt: "Tokio numerio nėra", en: "No such number" },
      },
      schema: z.toJSONSchema(registrationShape),
    },
  },
  apiSeats: {
    get: {
      about: { lt: "Renginio vietos", en: "The seats of an event" },
      answers: { 200: { lt: "Vietos", en: "The seats" }, 404: noEvent },
      schema: z.toJSONSchema(seatsShape),
    },
    post: {
      about: {
        lt: "Registruotis į renginį; nuoroda į registraciją siunčiama tik jos adresu",
        en: "Register for an event; the link to the registration goes to its address alone",
      },
      body: { type: "object" },
      answers: {
        201: {
          lt: "`registered`: vieta skirta, `waiting`: laukiama eilėje",
          en: "`registered`: there is a seat, `waiting`: on the list",
        },
        404: noEvent,
        409: {
          lt: "`early`, `late` arba `duplicate`: registracija dar neprasidėjo, baigta arba šiuo adresu jau registruotasi",
          en: "`early`, `late` or `duplicate`: registration has not begun, is over, or the address is registered already",
        },
        422: fields,
      },
    },
  },
  apiRegistration: {
    get: {
      about: { lt: "Registracija", en: "One’s registration" },
      answers: { 200: { lt: "Registracija", en: "The registration" }, 404: noLink },
      schema: z.toJSONSchema(registrationShapeOfSeats),
    },
    post: {
      about: {
        lt: "Atšaukti registraciją (`cancel`), patvirtinti pasiūlytą vietą (`confirm`) arba pasiimti laisvą (`claim`)",
        en: "Cancel the registration (`cancel`), confirm a seat that is offered (`confirm`), or take a free one (`claim`)",
      },
      body: { type: "object" },
      answers: {
        200: { lt: "Įrašyta", en: "Stored" },
        404: noLink,
        409: { lt: "Dabar taip negalima", en: "It cannot be said as things stand" },
      },
    },
  },
  apiDesk: {
    post: {
      about: {
        lt: "Kas atvyko: nuskaityti kodai ir kada; kiekvienas įrašomas vieną kartą",
        en: "Who has come: the codes that were read, and when; each is noted once",
      },
      body: { type: "object" },
      answers: { 200: { lt: "Įrašyta", en: "Stored" }, 404: noLink },
      schema: z.toJSONSchema(scannedShape),
    },
  },
  apiCases: {
    get: {
      about: { lt: "Kvietimo bylos", en: "The cases of a call" },
      parameters: [
        ...paged,
        inQuery("stage", z.string(), "completed", {
          lt: "Tik šios būsenos arba baigties",
          en: "Only in this state, or with this ending",
        }),
        inQuery("since", sinceShape, "2027-01-10T08:00:00Z", {
          lt: "Tik pateiktos nuo šio laiko (UTC)",
          en: "Only sent since this instant (UTC)",
        }),
      ],
      answers: { 200: { lt: "Bylos", en: "The cases" }, 400: wrong, 401: noKey, 404: noCall, 429: often },
      schema: z.toJSONSchema(caseList),
    },
  },
  apiCase: {
    get: {
      about: { lt: "Viena byla", en: "One case" },
      answers: {
        200: { lt: "Byla", en: "The case" },
        401: noKey,
        404: { lt: "Tokios bylos nėra", en: "No such case" },
        429: often,
      },
      schema: z.toJSONSchema(wholeCaseShape),
    },
  },
  apiTask: {
    get: {
      about: {
        lt: "Ko prašo užduotis, ir atsakymo schema",
        en: "What a task asks, and the schema of its answer",
      },
      answers: { 200: { lt: "Užduotis", en: "The task" }, 404: noLink },
    },
    post: {
      about: { lt: "Atsakyti į užduotį, vieną kartą", en: "Answer a task, once" },
      parameters: [idempotent(false)],
      body: { type: "object" },
      answers: {
        200: { lt: "Įrašyta", en: "Stored" },
        404: noLink,
        409: { lt: "Jau atsakyta", en: "Answered before" },
        410: { lt: "Per vėlu arba nebereikia", en: "Too late, or no longer needed" },
        422: fields,
      },
    },
  },
  apiTaskCode: {
    post: {
      about: {
        lt: "Atsiųsti laišku kodą sutarčiai patvirtinti",
        en: "Mail the code with which an agreement is signed",
      },
      body: { type: "object" },
      answers: {
        202: { lt: "Išsiųsta", en: "Sent" },
        404: noLink,
        429: { lt: "Ką tik išsiųsta", en: "Sent just now" },
      },
    },
  },
  apiTaskUpload: {
    post: {
      about: {
        lt: "Kur įkelti failą laukui arba eilutės stulpeliui (laukas.stulpelis.vardas; vardą sugalvoja programa ir įrašo eilutėje)",
        en: "Where to post a file for a field, or for a column of a row (field.column.name; the program makes the name up and says it in the row)",
      },
      body: { type: "object" },
      answers: { 200: { lt: "Adresas ir laukai", en: "The address and the fields" }, 404: noLink },
    },
  },
  openApi: {
    get: {
      about: { lt: "Šis aprašas programoms", en: "This description for programs" },
      answers: { 200: { lt: "OpenAPI 3.1", en: "OpenAPI 3.1" } },
    },
  },
};

const table: Readonly<Record<string, Place>> = paths;

/** Every operation of the API. */
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

/** The schemas of applications, by process. */
export const applicationSchemas = Object.fromEntries(
  processes.flatMap((process) =>
    process.application ? [[process.id, jsonSchemaOf(process.application)]] : [],
  ),
);
