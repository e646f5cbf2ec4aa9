import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import * as z from "zod";

/** What may be used and passed on with a work under Apache-2.0: nothing here asks for more than its own text and source. */
const allowed: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  // Asks for the source of its own files alone, which are used as they are.
  "MPL-2.0",
]);

/** Packages whose description names no licence; the file in them does. */
const read: Readonly<Record<string, string>> = { "png-js": "MIT" };

const licence = z.union([
  z.object({ license: z.object({ id: z.string() }) }),
  z.object({ license: z.object({ name: z.string() }) }),
  z.object({ expression: z.string() }),
]);
const bill = z.object({
  components: z.array(
    z.object({ name: z.string(), version: z.string(), licenses: z.array(licence).optional() }),
  ),
});

/** What is wrong with the licences of a bill of materials (CycloneDX, as `npm sbom` makes it), a sentence for each package. */
export function licenceFaults(sbom: unknown): readonly string[] {
  return bill.parse(sbom).components.flatMap(({ name, version, licenses = [] }) => {
    const [said = read[name]] = licenses.map((one) => {
      if ("expression" in one) return one.expression;
      return "id" in one.license ? one.license.id : one.license.name;
    });
    if (said === undefined) return [`${name} ${version}: names no licence`];
    return isAllowed(said) ? [] : [`${name} ${version}: ${said} is not among the licences that are allowed`];
  });
}

/** One of several that are offered is enough. */
const isAllowed = (said: string): boolean =>
  said
    .replaceAll(/[()]/g, "")
    .split(/\s+or\s+/i)
    .some((one) => allowed.has(one));

/** Writes the bill of materials to standard output, unless a licence is not allowed. */
function check(): void {
  const sbom = execFileSync("npm", ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const faults = licenceFaults(JSON.parse(sbom));
  if (faults.length === 0) process.stdout.write(sbom);
  else {
    console.error(faults.join("\n"));
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) check();
