import { loadCase } from "../cases/load.ts";
import { isList } from "../store/export-item.ts";
import { refOfCase } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { handPaper, handUpload } from "../web/handing.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { giveFile } from "./files.tsx";
import { forStaff } from "./guard.ts";

/** A document of a case. */
export const showConsoleDocument: Work = forStaff(async (visit) => {
  const loaded = await loadCase(visit.house, refOfCase(visit.at("id")));
  return handPaper(visit, "coordinator", loaded, visit.member.language);
});

/** A paper of a call. */
export const showCallDocument: Work = forStaff(async (visit) => {
  const [kind = "", type] = visit.at("name").split(".");
  if (isList(kind) || type !== "pdf") return refusalPage(visit.request, notFound);
  const { language } = visit.view;
  return giveFile(visit, { callId: visit.at("id"), kind, format: "pdf", language, said: "" });
});

/** A file that somebody uploaded in a case. */
export const showConsoleUpload: Work = forStaff(async (visit) =>
  handUpload(visit, "coordinator", await loadCase(visit.house, refOfCase(visit.at("id")))),
);
