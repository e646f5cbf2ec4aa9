import { alike, type DescribedPaths, idempotent, postedToLink, readByLink } from "./described.ts";

/** What somebody is asked by a link. */
export const taskOperations: DescribedPaths<"apiTask" | "apiTaskCode" | "apiTaskUpload"> = {
  apiTask: {
    get: readByLink(
      { lt: "Ko prašo užduotis, ir atsakymo schema", en: "What a task asks, and the schema of its answer" },
      { lt: "Užduotis", en: "The task" },
    ),
    post: postedToLink(
      { lt: "Atsakyti į užduotį, vieną kartą", en: "Answer a task, once" },
      {
        200: alike.stored,
        409: { lt: "Jau atsakyta", en: "Answered before" },
        410: { lt: "Per vėlu arba nebereikia", en: "Too late, or no longer needed" },
        422: alike.fieldsOrKey,
      },
      { parameters: [idempotent(false)] },
    ),
  },
  apiTaskCode: {
    post: postedToLink(
      {
        lt: "Atsiųsti laišku kodą sutarčiai patvirtinti",
        en: "Mail the code with which an agreement is signed",
      },
      {
        202: { lt: "Išsiųsta", en: "Sent" },
        429: { lt: "Ką tik išsiųsta", en: "Sent just now" },
      },
    ),
  },
  apiTaskUpload: {
    post: postedToLink(
      {
        lt: "Kur įkelti failą laukui arba eilutės stulpeliui (laukas.stulpelis.vardas; vardą sugalvoja programa ir įrašo eilutėje). Jei forma grąžinta pataisyti, jos failai lieka, kol įkeliami kiti",
        en: "Where to post a file for a field, or for a column of a row (field.column.name; the program makes the name up and says it in the row). Files of a form that was sent back stay until others come",
      },
      { 200: { lt: "Adresas ir laukai", en: "The address and the fields" } },
    ),
  },
};
