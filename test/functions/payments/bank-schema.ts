import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";

const schema = readFileSync(fileURLToPath(new URL("./credit-transfer.xsd", import.meta.url)), "utf8");

/** What libxml2's xmllint finds wrong with a file for the bank; nothing when it is valid. */
export async function faultsOf(xml: string): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "payments.xml", contents: xml }],
    schema: [{ fileName: "credit-transfer.xsd", contents: schema }],
  });
  const said = errors.map(({ message }) => message);
  return valid || said.length > 0 ? said : ["not valid"];
}
