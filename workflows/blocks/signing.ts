import type { Fields } from "../kernel/field.ts";
import type { Form } from "../kernel/form.ts";
import { signaturesSince, type Versions } from "../kernel/paper.ts";
import type { Role } from "../kernel/roles.ts";
import { type Asking, all, ask, step } from "../kernel/states.ts";
import type { StepRun } from "../kernel/step-result.ts";
import { staff } from "./asking.ts";
import { silence } from "./silence.ts";

/**
 * Each party signs the agreement at `agreement`. Where somebody stays silent, the coordinator asks again or lets the case go; once `count`
 * finds all signatures, the road goes on at `signed`.
 */
export const signing = <const R extends Role, const Signed extends string, const Released extends string>(
  parties: Readonly<Record<string, Asking<R>>>,
  count: StepRun<"signed" | "missing">,
  { signed, released }: { readonly signed: Signed; readonly released: Released },
) =>
  ({
    agreement: all(parties, "signatures"),
    signatures: step(count, { signed, missing: "silentParty" }),
    silentParty: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "agreement", released, expired: "silentParty" },
    }),
  }) as const;

/** Have so many parties signed the latest version? */
export const signedBy =
  (
    parties: number,
    { id }: Pick<Form<Fields, string>, "id">,
    versions: Versions,
  ): StepRun<"signed" | "missing"> =>
  (file) => {
    const signed = signaturesSince(file, id, versions(file).at(-1)).map(({ part }) => part);
    return { outcome: new Set(signed).size < parties ? "missing" : "signed" };
  };
