import middy from "@middy/core";
import * as z from "zod";
import type { FileType } from "../../workflows/kernel/field.ts";
import type { Arrived } from "../adapters/uploads.ts";
import type { House } from "../house.ts";
import type { Upload } from "../store/applicant-items.ts";
import { uploadedKey, uploadKey } from "../store/keys.ts";
import { checkContent, type FileLimits } from "./content.ts";
import { ownerKey, readQuarantineKey, termsOf } from "./owner.ts";

/**
 * What Amazon GuardDuty says of a file that came into quarantine [GuardDuty user guide, "Monitoring S3 object scans with
 * Amazon EventBridge"].
 */
const scanned = z.object({
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});

const media = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
  adoc: "application/octet-stream",
  asice: "application/vnd.etsi.asic-e+zip",
} as const;

/** A file that its field does not take any more, or that is too large for it, is not read at all. */
async function check(
  { body }: Arrived,
  terms: FileLimits | undefined,
  hasMalware: boolean,
): Promise<
  | { readonly outcome: "clean"; readonly type: FileType; readonly body: Uint8Array }
  | { readonly outcome: "refused"; readonly fault: Upload["fault"] & {} }
> {
  if (!terms) return { outcome: "refused", fault: "late" };
  if (!body) return { outcome: "refused", fault: "tooLarge" };
  const checked = await checkContent(body, terms, hasMalware);
  return checked.outcome === "clean" ? { ...checked, body } : checked;
}

/**
 * Looks at a file that has come in, once it was scanned, and releases or refuses it. The same event twice, or late, gives
 * the same: a file is looked at once, and what was released is never changed.
 */
export const checkUpload = (house: House) =>
  middy<unknown, { readonly outcome: string }>(async (event: unknown) => {
    const { s3ObjectDetails, scanResultDetails } = scanned.parse(event).detail;
    const said = readQuarantineKey(decodeURIComponent(s3ObjectDetails.objectKey));
    if (!said) return { outcome: "unknown" };
    const { owner, field, id } = said;
    const key = uploadKey(ownerKey(owner), field, id);
    if (await house.table.get(key)) return { outcome: "known" };
    const terms = await termsOf(house, owner, field);
    const came = await house.uploads.read(s3ObjectDetails.objectKey, terms?.maxBytes ?? 0);
    if (!came) return { outcome: "unknown" };
    const isClean = scanResultDetails.scanResultStatus === "NO_THREATS_FOUND";
    const checked = await check(came, terms, !isClean);
    if (checked.outcome === "clean")
      await house.documents.keep(uploadedKey(id), checked.body, media[checked.type]);
    const upload: Upload = {
      ...key,
      id,
      field,
      status: checked.outcome === "clean" ? "released" : "refused",
      ...(checked.outcome === "clean" ? { type: checked.type } : { fault: checked.fault }),
      bytes: came.bytes,
      at: house.clock.now(),
    };
    await house.table.put(upload, { ifAbsent: true });
    house.log("K501", { outcome: upload.status, fault: upload.fault ?? "" });
    return { outcome: upload.status };
  });
