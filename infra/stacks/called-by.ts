import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";

const isName = (name: string): name is FunctionName => name in functionCatalogue;

/** Every function, in the catalogue's order. */
export const functionNames: readonly FunctionName[] = Object.keys(functionCatalogue).filter(isName);

/** Those that nobody waits for: an event calls them, and what they fail on would be dropped. */
export const calledByEvents: readonly FunctionName[] = functionNames.filter(
  (name) => !["http", "machine"].includes(functionCatalogue[name].calledBy),
);

export const functionsCalledBy = (caller: FunctionEntry["calledBy"]): readonly FunctionName[] =>
  functionNames.filter((name) => functionCatalogue[name].calledBy === caller);
