import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { functionCatalogue } from "../../../functions/catalogue.ts";
import { bundle } from "../../../infra/stacks/bundle.ts";
import { functionNames } from "../../../infra/stacks/called-by.ts";
import { processIds } from "../../../workflows/catalogue.ts";
import { bytesOf, eagerOutputs } from "../../bench/bundle/outputs.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

const variables = {
  AWS_REGION: "eu-north-1",
  TABLE_NAME: "kelias",
  DOCUMENTS_BUCKET: "kelias-documents",
  PORTAL_URL: "https://kelias.example",
  MAIL_FROM: "kelias@kelias.example",
  MACHINE_ARN_PREFIX: "arn:aws:states:eu-north-1:111122223333:stateMachine:kelias-",
  LINK_SECRET: "a secret that is longer than it needs to be",
};

const inputsOf = ({ outputs }: Metafile, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}));

describe.each(functionNames)("the code of %s", (name) => {
  const { entry } = functionCatalogue[name];
  const { metafile, warnings } = bundle(entry, join(folder, name));
  const all = inputsOf(metafile, Object.keys(metafile.outputs));
  const eager = inputsOf(metafile, eagerOutputs(metafile));

  it("holds all that it needs, the SDK too", () => {
    expect(warnings).toEqual([]);
    const outside = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external).map(({ path }) => path),
    );
    expect(outside.filter((path) => !isBuiltin(path))).toEqual([]);
    expect(all.some((path) => path.includes("@aws-sdk/client-dynamodb"))).toBe(true);
  });

  it("reads clients, words, towns abroad and what draws documents only when they are called for", () => {
    const rare =
      /@aws-sdk\/client-|words\.(lt|en)\.ts|facts\/towns\/(?!LT)|pdfkit|documents\/fonts|s3-presigned-post/;
    expect(all.some((path) => rare.test(path))).toBe(true);
    expect(eager.filter((path) => rare.test(path))).toEqual([]);
  });

  it("reads a process only when a case or a call has it", () => {
    const processes = /^workflows\/(?!kernel\/).*\/process\.ts$/;
    expect(all.filter((path) => processes.test(path))).toHaveLength(processIds.length);
    expect(eager.filter((path) => processes.test(path))).toEqual([]);
  });

  it("starts with nothing but its variables", () => {
    const file = join(folder, name, "index.mjs");
    const script = `process.stdout.write(typeof (await import(${JSON.stringify(file)})).handler);`;
    expect(
      execFileSync(process.execPath, ["--input-type=module", "-e", script], {
        env: variables,
        encoding: "utf8",
      }),
    ).toBe("function");
  });

  it("does not search for credentials, nor carry tests or the embedded default", () => {
    expect(
      all.filter((path) => /credential-provider-(ini|sso|process|node)|infra\/local|^test\//.test(path)),
    ).toEqual([]);
  });
});

describe("the code of SubmitApplication", () => {
  it("keeps to its budget: at most 200 KB are read before it can begin", () => {
    const { metafile } = bundle(functionCatalogue.SubmitApplication.entry, join(folder, "budget"));
    expect(bytesOf(metafile, eagerOutputs(metafile))).toBeLessThanOrEqual(200_000);
  });

  it("comes out the same each time, so that an unchanged function is not deployed again", () => {
    const files = (place: string) => {
      bundle(functionCatalogue.SubmitApplication.entry, join(folder, place));
      return readdirSync(join(folder, place)).toSorted();
    };
    expect(files("once")).toEqual(files("again"));
  });
});
