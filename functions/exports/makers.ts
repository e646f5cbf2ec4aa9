import type { House } from "../house.ts";
import type { Ordered } from "../store/export-item.ts";
import type { Maker } from "./maker.ts";

/** Who makes what was ordered; only that is loaded. `undefined` where there is nothing to make it of any more. */
export async function makerOf(house: House, ordered: Ordered): Promise<Maker | undefined> {
  switch (ordered.kind) {
    case "cases":
      return (await import("./cases-file.ts")).casesMaker(house, ordered);
    case "claim":
      return (await import("./claim-file.ts")).claimMaker(house, ordered);
    case "payments":
      return (await import("./payments-file.ts")).paymentsMaker(house, ordered);
    default:
      return (await import("./call-paper.ts")).paperMaker(house, ordered);
  }
}
