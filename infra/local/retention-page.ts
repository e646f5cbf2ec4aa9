import { processName } from "../../functions/reading/process-name.ts";
import { uiIn } from "../../functions/reading/ui.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { keepingReasons, keptKinds, retentionOf } from "../../workflows/kernel/retention.ts";

/** How long what is kept of each process and why, as a page (Markdown) made from what the processes say. */
export async function retentionPage(): Promise<string> {
  const ui = await uiIn("en");
  const rows = await Promise.all(
    (await everyProcess()).map(async (process) => {
      const retention = retentionOf(process);
      const cells = keptKinds.map((kind) => {
        const keeps = retention[kind];
        if (!keeps) return "";
        const time = keeps.years === "always" ? "always" : String(keeps.years);
        return `${time} ${keeps.why}${keeps.onRequest === "goes" ? "" : " *"}`;
      });
      return `| ${[await processName(process.id, "en"), ...cells].join(" | ")} |`;
    }),
  );
  const text = [
    "# What is kept, how long and why",
    "",
    "Made from what the processes say (`workflows/kernel/retention.ts`, `retention` of a process); a test keeps it current. Years count from",
    "the end of a case. What a person may have erased on request goes then; with an asterisk it stays and names nobody",
    "([decision 98](decisions/0098-erased-on-request.md)). Times are the programme's own where law says none; an operator has them looked at.",
    "",
    ...keepingReasons.map((reason) => `- **${reason}**: ${ui.say(`retention.why.${reason}`)}`),
    "",
    `| | ${keptKinds.map((kind) => ui.say(`retention.kind.${kind}`)).join(" | ")} |`,
    `|${" --- |".repeat(keptKinds.length + 1)}`,
    ...rows,
    "",
    "What goes by time goes with `kelias -- erase due` ([decision 105](decisions/0105-asked-agreed-erased.md)).",
    "",
    "Beside cases: drafts go 180 days after the last page, or 30 days after they were sent; sessions a day after their end (twelve hours at most); codes to",
    "sign in and links into the console after two days; what counts mails of a day after a week; files made on order after eight days; what has come in",
    "and was not looked at after a day; logs after 365 days (30 in `dev`); recovery points of the table after 35 days.",
    "",
  ].join("\n");
  return text;
}
