import * as z from "zod";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { callList, wholeCallShape } from "../calls.ts";
import { checkedShape } from "../credentials.ts";
import { figuresShape } from "../figures.ts";
import { publicationList, registrationList, registrationShape } from "../open.ts";
import { openDataShape } from "../open-data.ts";
import { alike, cursor, type DescribedPaths, idempotent, inQuery, paged } from "./described.ts";

const shelved = [
  inQuery("text", z.string(), "vertinimas", { lt: "Žodžių pradžios", en: "How words begin" }),
  cursor,
];
const processes = await everyProcess();

/** Calls, applications to them, and what is open to everybody. */
export const openOperations: DescribedPaths<
  | "apiCalls"
  | "apiCall"
  | "apiApplications"
  | "apiLibrary"
  | "apiOpenData"
  | "apiFigures"
  | "apiRegister"
  | "apiRegistered"
  | "apiCredentials"
> = {
  apiCalls: {
    get: {
      about: { lt: "Kvietimai", en: "The calls" },
      parameters: paged,
      answers: { 200: { lt: "Kvietimai", en: "The calls" }, 400: alike.wrong },
      schema: z.toJSONSchema(callList),
    },
  },
  apiCall: {
    get: {
      about: {
        lt: "Kvietimas, jo paraiškos schema ir kas paskelbta",
        en: "One call, the schema of an application to it, and what was published",
      },
      answers: { 200: { lt: "Kvietimas", en: "The call" }, 404: alike.noCall },
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
        404: alike.noCall,
        409: {
          lt: "`late` arba `early`: paraiškos nebepriimamos arba dar nepriimamos",
          en: "`late` or `early`: the call is closed or not open yet",
        },
        415: { lt: "Turinys nėra application/json", en: "A body that is not application/json" },
        422: alike.fieldsOrKey,
      },
    },
  },
  apiLibrary: {
    get: {
      about: { lt: "Viešoji biblioteka", en: "The public library" },
      parameters: [inQuery("tag", z.string(), "assessment", { lt: "Tema", en: "Topic" }), ...shelved],
      answers: {
        200: { lt: "Kas paskelbta, naujausia pirma", en: "What was published, the newest first" },
        400: alike.wrong,
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
  apiFigures: {
    get: {
      about: { lt: "Programos skaičiai", en: "The programme’s figures" },
      answers: { 200: { lt: "Skaičiai; paslėpti praleisti", en: "The figures; hidden ones are left out" } },
      schema: z.toJSONSchema(figuresShape),
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
        400: alike.wrong,
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
  apiCredentials: {
    post: {
      about: {
        lt: "Ar pasirašytas dalyvavimo įrašas čia išduotas ir ar tebegalioja",
        en: "Whether a signed record was issued here and still holds",
      },
      body: { type: "object" },
      answers: { 200: { lt: "Kas rasta", en: "What was found" } },
      schema: z.toJSONSchema(checkedShape),
    },
  },
};
