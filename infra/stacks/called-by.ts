import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";

const isName = (name: string): name is FunctionName => name in functionCatalogue;

/** Every function, in the catalogue's order. */
export const functionNames: readonly FunctionName[] = Object.keys(functionCatalogue).filter(isName);

export const functionsCalledBy = (caller: FunctionEntry["calledBy"]): readonly FunctionName[] =>
  functionNames.filter((name) => functionCatalogue[name].calledBy === caller);
