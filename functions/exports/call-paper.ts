import { loadCase } from "../cases/load.ts";
import { documentsFor, makeDocument } from "../documents/documents.ts";
import type { House } from "../house.ts";
import type { Ordered } from "../store/export-item.ts";
import { refOfCall } from "../store/keys.ts";
import type { Maker } from "./maker.ts";

/** A paper of a call, as its coordinator reads it. */
export async function paperMaker(
  house: House,
  { callId, kind, language }: Ordered,
): Promise<Maker | undefined> {
  const loaded = await loadCase(house, refOfCall(callId));
  if (!loaded || !documentsFor("coordinator", loaded).some(({ name }) => name === kind)) return undefined;
  return {
    how: "whole",
    type: "application/pdf",
    make: async () => {
      const paper = await makeDocument(house, kind, "coordinator", loaded, language);
      if (!paper) throw new Error(`${callId} has no ${kind} any more`);
      return paper;
    },
  };
}
