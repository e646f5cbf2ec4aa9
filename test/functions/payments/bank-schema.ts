import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

/** ISO 20022's own schema of the message, as its Standards Editor generated it in 2019 (iso20022.org, message archive). */
const official = read("../../data/pain.001.001.09.xsd");
/** The part of it that a file of ours may use, with the EPC's letters. */
const own = read("./credit-transfer.xsd");

/** What libxml2's xmllint finds wrong with a file for the bank, by the official schema and by ours; nothing when it is valid. */
export const faultsOf = async (xml: string): Promise<string[]> => [
  ...(await faultsBy(official, xml)),
  ...(await faultsBy(own, xml)),
];

async function faultsBy(schema: string, xml: string): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "payments.xml", contents: xml }],
    schema: [{ fileName: "schema.xsd", contents: schema }],
  });
  const said = errors.map(({ message }) => message);
  return valid || said.length > 0 ? said : ["not valid"];
}
