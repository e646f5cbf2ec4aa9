import { functionCatalogue } from "../../functions/catalogue.ts";
import { measureBundle } from "./bundle.ts";
import { type Report, row } from "./report.ts";

/** What the submit function reads and waits for before it can answer. */
export async function measure(): Promise<Report> {
  const figures = await measureBundle(functionCatalogue.SubmitApplication.entry);
  const aboveEmpty = figures.readyMillis - figures.emptyMillis;
  return {
    rows: [
      row("submit: read before its first line", kilobytes(figures.eagerBytes), figures.eagerBytes),
      row("submit: read until it is ready", kilobytes(figures.readyBytes), figures.readyBytes),
      row("submit: ready after an empty handler", `${Math.round(aboveEmpty)} ms`, aboveEmpty),
    ],
    notes: [
      `Most of what it reads first: ${figures.eagerByPackage
        .slice(0, 5)
        .map(([name, bytes]) => `${name} ${kilobytes(bytes)}`)
        .join(", ")}.`,
    ],
  };
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
