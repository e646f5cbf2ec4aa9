import type { Field, Listed } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { searchListed } from "../../workflows/kernel/search.ts";
import type { Found } from "./asked.ts";

/**
 * What is found of what was typed, of each question whose answer is picked among many and that has none yet. Small places are missing
 * in the gazetteer: of these nothing is said where nothing is found.
 */
export async function foundIn(
  form: Form,
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Promise<Readonly<Record<string, readonly Found[]>>> {
  const found: [string, readonly Found[]][] = [];
  for (const name of names) {
    const [field, said] = [form.fields[name], values[name]];
    if (!field || typeof said !== "string" || said.trim() === "") continue;
    const those = await searched(field, said);
    if (those) found.push([name, those.map(asFound)]);
  }
  return Object.fromEntries(found);
}

async function searched(field: Field<unknown>, said: string): Promise<readonly Listed[] | undefined> {
  switch (field.kind) {
    case "school": {
      const { options = [] } = field;
      const listed = "from" in options ? (options.listed ?? []) : options;
      const isPicked = listed.some((one) => typeof one !== "string" && one.value === said);
      return isPicked ? undefined : searchListed(listed, said);
    }
    case "text": {
      if (!field.among) return undefined;
      const { findMunicipality, listedMunicipalities } = await import(
        "../../workflows/kernel/facts/gazetteer.ts"
      );
      return findMunicipality(said) ? undefined : searchListed(listedMunicipalities, said);
    }
    case "town": {
      const { findTown, listedTowns } = await import("../../workflows/kernel/facts/towns.ts");
      const known = findTown("LT", said);
      if (known.outcome === "found") return undefined;
      const those = searchListed(listedTowns(), said);
      const alike = those.length > 0 ? those : known.nearest;
      return alike.length > 0 ? alike : undefined;
    }
    default:
      return undefined;
  }
}

const asFound = (one: Listed): Found => {
  if (typeof one === "string") return { value: one, label: one };
  return { value: one.value, label: typeof one.label === "string" ? one.label : one.label.lt };
};
