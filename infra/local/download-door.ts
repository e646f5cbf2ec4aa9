import { filesPath, type LocalDocuments } from "./documents.ts";
import type { OwnPages } from "./gateway.ts";
import { plainPage } from "./gateway-answer.ts";

/** Hands out files as S3 does: at an address that was signed here, until its time is up. */
export const downloadDoor =
  (documents: Pick<LocalDocuments, "fetch">): OwnPages =>
  async ({ method, target, at }, path) => {
    if (!path.startsWith(`${filesPath}/`) || method !== "GET") return undefined;
    const found = await documents.fetch(new URL(target, "http://localhost"), new Date(at).toISOString());
    if (!found)
      return plainPage(
        403,
        "Nuoroda į failą nebegalioja. Grįžkite ir atsisiųskite iš naujo.",
        "The link to the file is no longer good. Go back and download it again.",
      );
    return {
      status: 200,
      headers: [
        ["content-type", found.type],
        ["content-disposition", `attachment; filename="${found.name}"`],
        ["cache-control", "private, no-store"],
        ["content-security-policy", "sandbox; default-src 'none'"],
        ["x-content-type-options", "nosniff"],
      ],
      body: found.body,
    };
  };
