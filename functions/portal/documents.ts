import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { paths } from "../addresses/paths.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { findTask } from "../cases/tasks/find-task.ts";
import { giveFile, isSmall } from "../console/files.tsx";
import { forStaff } from "../console/guard.tsx";
import { callDocumentsFor, makeCallDocument } from "../documents/call-documents.ts";
import { makeDocument } from "../documents/documents.ts";
import { readFigures } from "../lines/figures.ts";
import { codeOf } from "../reading/codes.ts";
import { asRole } from "../reading/facts.ts";
import { idOf, isCall, refOfCase, uploadedKey } from "../store/keys.ts";
import { uploadsSeenBy } from "../uploads/seen.ts";
import { addressOf } from "../web/addresses.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import { languageOf } from "../web/request.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** A document by the link of a task: for whoever is asked, and for whoever has answered, to keep. */
export const showTaskDocument: Work = async (visit) => {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  if (found?.outcome !== "open" && found?.outcome !== "answered") return refusalPage(visit.request, notFound);
  return download(visit, asRole(found.task.role), found.loaded, found.task.assignee?.language);
};

/** A document by the link of the applicant's own page. */
export const showOwnDocument: Work = async (visit) => {
  const loaded = await ownCase(visit);
  return download(visit, "applicant", loaded, loaded?.head.language);
};

/** A document by the pass of the console. */
export const showConsoleDocument: Work = forStaff(async (visit) => {
  const loaded = await loadCase(visit.house, refOfCase(visit.at("id")));
  return download(visit, "coordinator", loaded, visit.member.language);
});

/** The minutes or the order of a call, by the pass of the console. */
export const showCallDocument: Work = forStaff(async (visit) => {
  const [name, type] = visit.at("name").split(".");
  const kind = (["minutes", "order"] as const).find((known) => known === name);
  if (!kind || type !== "pdf") return refusalPage(visit.request, notFound);
  const { language } = visit.view;
  return giveFile(visit, { callId: visit.at("id"), kind, format: "pdf", language, said: "" });
});

/** A file that somebody uploaded, by the link of a task. */
export const showTaskUpload: Work = async (visit) => {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  if (found?.outcome !== "open" && found?.outcome !== "answered") return refusalPage(visit.request, notFound);
  return hand(visit, asRole(found.task.role), found.loaded);
};

export const showOwnUpload: Work = async (visit) => hand(visit, "applicant", await ownCase(visit));

export const showConsoleUpload: Work = forStaff(async (visit) =>
  hand(visit, "coordinator", await loadCase(visit.house, refOfCase(visit.at("id")))),
);

const endings = new Map([
  ["application/pdf", "pdf"],
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["application/vnd.etsi.asic-e+zip", "asice"],
]);

/** Hands a file out to be saved, never to be shown by the browser: what it holds is somebody else's. */
async function hand(
  { house, request, at }: Visit,
  role: Role | undefined,
  loaded: LoadedCase | undefined,
): Promise<Answer> {
  const seen = role && loaded ? uploadsSeenBy(role, loaded) : [];
  const index = seen.findIndex(({ id }) => id === at("upload"));
  const kept = index < 0 ? undefined : await house.documents.read(uploadedKey(at("upload")));
  if (!loaded || !kept) return refusalPage(request, notFound);
  const name = `${codeOf(loaded.head.pk)}-${index + 1}.${endings.get(kept.type) ?? "adoc"}`;
  return {
    statusCode: 200,
    headers: {
      "content-type": kept.type,
      "content-disposition": `attachment; filename="${name}"`,
      "content-security-policy": "sandbox; default-src 'none'",
    },
    body: Buffer.from(kept.body).toString("base64"),
    isBase64Encoded: true,
  };
}

/** Draws a document. The papers of a call with very many cases are made on order, where the console offers them. */
async function download(
  { house, request, at }: Visit,
  role: Role | undefined,
  loaded: LoadedCase | undefined,
  own: Language | undefined,
): Promise<Answer> {
  const [name = "", type] = at("name").split(".");
  const known =
    role && loaded && type === "pdf" && isCall(loaded.head.pk)
      ? callDocumentsFor(role, loaded).find((one) => one === name)
      : undefined;
  if (loaded && known && !isSmall((await readFigures(house, loaded.head.callId)).figures))
    return redirect(`${paths.consoleCall(loaded.head.callId)}/documents/${known}.pdf`);
  const bytes =
    role && loaded && type === "pdf"
      ? await (isCall(loaded.head.pk)
          ? makeCallDocument(house, name, role, loaded, languageOf(request, own))
          : makeDocument(name, role, loaded, languageOf(request, own), house.config.portalUrl))
      : undefined;
  if (!loaded || !bytes) return refusalPage(request, notFound);
  return {
    statusCode: 200,
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}-${isCall(loaded.head.pk) ? idOf(loaded.head.pk) : codeOf(loaded.head.pk)}.pdf"`,
    },
    body: Buffer.from(bytes).toString("base64"),
    isBase64Encoded: true,
  };
}
