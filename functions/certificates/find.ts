import type { CaseFile } from "../../workflows/kernel/case-file.ts";
import { certificate } from "../../workflows/kernel/certificate.ts";
import type { Table } from "../adapters/table.ts";
import { type CertificateItem, certificateItem } from "../store/certificate-item.ts";
import { certificateKey } from "../store/keys.ts";

/** The certificate of a number, twenty figures; `undefined` when there is none. */
export async function findCertificate(table: Table, number: string): Promise<CertificateItem | undefined> {
  const item = await table.get(certificateKey(number));
  return item ? certificateItem.parse(item) : undefined;
}

/** The certificate that was issued in a case, as it stands in the register now. */
export async function certificateOf(
  table: Table,
  { records }: Pick<CaseFile, "records">,
): Promise<CertificateItem | undefined> {
  const record = records.findLast(({ step }) => step === certificate.id);
  const number = record ? certificate.schema.parse(record.data).number : undefined;
  return number === undefined ? undefined : findCertificate(table, number);
}
