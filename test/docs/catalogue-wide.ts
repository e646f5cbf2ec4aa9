import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const catalogue = "workflows/catalogue.ts";

/** The files of tests that go over the catalogue, themselves or by what stands beside them: what each process is held to. */
export function catalogueWide(top: string): readonly string[] {
  const files = readdirSync(join(top, "test"), { recursive: true, encoding: "utf8" })
    .map((file) => join("test", file))
    .filter((file) => /\.tsx?$/.test(file));
  const imports = new Map(
    files.map((file) => [file, importsOf(file, readFileSync(join(top, file), "utf8"))]),
  );
  const reaches = (file: string, seen: Set<string>): boolean => {
    if (file === catalogue) return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return imports.get(file)?.some((next) => reaches(next, seen)) ?? false;
  };
  return files.filter((file) => /\.test\.tsx?$/.test(file) && reaches(file, new Set())).toSorted();
}

const importsOf = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, path = ""]) =>
    normalize(join(dirname(file), path)),
  );
