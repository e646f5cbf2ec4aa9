import type { House } from "../../functions/house.ts";
import { type LocalDocuments, uploadsPath } from "./documents.ts";
import type { Functions } from "./functions.ts";
import type { OwnPages } from "./gateway.ts";
import { type Answer, plainPage } from "./gateway-answer.ts";
import type { Asked } from "./gateway-event.ts";
import { looksInfected } from "./malware.ts";
import { faultOfPost } from "./posted-policy.ts";

interface Parts {
  readonly house: Pick<House, "config">;
  readonly documents: LocalDocuments;
  readonly functions: Functions;
}

/**
 * Takes files as S3 does: a form that was signed here, before its time is up, of the size and key that it was signed for.
 * The file goes into quarantine, is scanned, and the same function as on AWS is told of it.
 */
export const uploadDoor =
  ({ house, documents, functions }: Parts): OwnPages =>
  async (asked, path) => {
    if (path !== uploadsPath || asked.method !== "POST") return undefined;
    const posted = await readForm(asked);
    if (!posted) return refused(400, "MalformedPOSTRequest");
    const { fields, body } = posted;
    const fault = faultOfPost({ fields, size: body.byteLength }, house.config.linkSecret, asked.at);
    if (fault) return refused(fault === "TooLarge" ? 413 : 403, fault);
    const { key = "", success_action_redirect: after = "" } = fields;
    if (!(await documents.receive(key, body, "application/octet-stream")))
      return refused(409, "AlreadyThere");
    await functions.call("CheckUpload", {
      detail: {
        s3ObjectDetails: { objectKey: key },
        scanResultDetails: { scanResultStatus: looksInfected(body) ? "THREATS_FOUND" : "NO_THREATS_FOUND" },
      },
    });
    const next = new URL(after);
    next.searchParams.set("key", key);
    return { status: 303, headers: [["location", next.href]], body: "" };
  };

async function readForm(
  asked: Asked,
): Promise<{ readonly fields: Readonly<Record<string, string>>; readonly body: Uint8Array } | undefined> {
  const type = asked.headers["content-type"]?.[0] ?? "";
  if (hasTooManyParts(asked.body, type)) return undefined;
  try {
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": type },
      body: new Uint8Array(asked.body),
    });
    const form = await request.formData();
    const file = form.get("file");
    if (!(file instanceof File)) return undefined;
    const fields = [...form].flatMap(([name, value]) =>
      typeof value === "string" ? [[name.toLowerCase(), value] as const] : [],
    );
    return { fields: Object.fromEntries(fields), body: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A signed form has a dozen fields and the file. */
const mostParts = 40;

/** Counts the parts before anything is read of them. */
function hasTooManyParts(body: Uint8Array, type: string): boolean {
  const [, quoted, plain] = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const boundary = `--${quoted ?? plain ?? ""}`;
  let parts = 0;
  for (let at = bytes.indexOf(boundary); at >= 0; at = bytes.indexOf(boundary, at + boundary.length))
    if (++parts > mostParts) return true;
  return false;
}

const refused = (status: number, code: string): Answer =>
  plainPage(
    status,
    `Failas nepriimtas (${code}). Grįžkite ir pabandykite dar kartą.`,
    `The file was not taken (${code}). Go back and try again.`,
  );
