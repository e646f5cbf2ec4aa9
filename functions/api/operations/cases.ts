import * as z from "zod";
import { caseList, sinceShape, wholeCaseShape } from "../cases.ts";
import { alike, type DescribedPaths, inQuery, paged } from "./described.ts";

const noKey = { lt: "Nėra galiojančio rakto", en: "No valid key" };
const often = { lt: "Per dažnai, žr. Retry-After", en: "Too often, see Retry-After" };

/** Cases of a call, for a program that holds its key. */
export const caseOperations: DescribedPaths<"apiCases" | "apiCase"> = {
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
      answers: {
        200: { lt: "Bylos", en: "The cases" },
        400: alike.wrong,
        401: noKey,
        404: alike.noCall,
        429: often,
      },
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
};
