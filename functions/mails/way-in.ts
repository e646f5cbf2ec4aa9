import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import type { Config } from "../config.ts";
import { enterUntil, staffPath } from "../links.ts";
import type { Letter } from "./letter.ts";
import type { MailWords } from "./mail-words.ts";

/** One of the staff's way into the console, for one use within a day of `at`; where staff have a provider, it leads there. */
export function wayIn(
  { portalUrl, linkSecret, oidc }: Pick<Config, "portalUrl" | "linkSecret" | "oidc">,
  email: string,
  at: string,
  frame: MailWords,
): Pick<Letter, "button" | "notes"> {
  const label = frame.say("button.console");
  if (oidc) return { button: { label, href: `${portalUrl}${paths.provider()}` }, notes: [] };
  const until = enterUntil(at);
  const time = printTime(new Date(until * 1000).toISOString(), frame.language);
  return {
    button: { label, href: `${portalUrl}${staffPath(linkSecret, email, until)}` },
    notes: [frame.say("link.yours"), frame.say("link.until", { time })],
  };
}
