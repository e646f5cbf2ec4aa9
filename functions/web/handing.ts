import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { paths } from "../addresses/paths.ts";
import type { LoadedCase } from "../cases/load.ts";
import { documentsFor, makeDocument } from "../documents/documents.ts";
import { isSmall } from "../exports/order.ts";
import { readFigures } from "../lines/figures.ts";
import { codeOf } from "../reading/codes.ts";
import type { Task } from "../store/items.ts";
import { idOf, isCall, uploadedKey } from "../store/keys.ts";
import { uploadsSeenBy } from "../uploads/seen.ts";
import { type Answer, redirect } from "./answers.ts";
import { refusalPage } from "./faults.tsx";
import { notFound } from "./refusal.ts";
import { languageOf } from "./request.ts";
import type { Visit } from "./visit.ts";

const endings = new Map([
  ["application/pdf", "pdf"],
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["application/vnd.etsi.asic-e+zip", "asice"],
]);

/** Hands a file out to be saved, never to be shown by the browser: what it holds is somebody else's. */
export async function handUpload(
  { house, request, at }: Visit,
  role: Role | undefined,
  loaded: LoadedCase | undefined,
  task?: Task,
): Promise<Answer> {
  const seen = role && loaded ? uploadsSeenBy(role, loaded, task) : [];
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
export async function handPaper(
  { house, request, at }: Visit,
  role: Role | undefined,
  loaded: LoadedCase | undefined,
  own: Language | undefined,
): Promise<Answer> {
  const [name = "", type] = at("name").split(".");
  const isKnown =
    role && loaded && type === "pdf" && documentsFor(role, loaded).some((one) => one.name === name);
  if (!isKnown) return refusalPage(request, notFound);
  const isOfCall = isCall(loaded.head.pk);
  if (isOfCall && !isSmall((await readFigures(house, loaded.head.callId)).figures))
    return redirect(paths.documentOfCall(loaded.head.callId, `${name}.pdf`));
  const bytes = await makeDocument(house, name, role, loaded, languageOf(request, own));
  if (!bytes) return refusalPage(request, notFound);
  return {
    statusCode: 200,
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}-${isOfCall ? idOf(loaded.head.pk) : codeOf(loaded.head.pk)}.pdf"`,
    },
    body: Buffer.from(bytes).toString("base64"),
    isBase64Encoded: true,
  };
}
