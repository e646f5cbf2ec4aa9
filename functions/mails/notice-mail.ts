import type { Language } from "../../workflows/kernel/case-file.ts";
import { paths } from "../addresses/paths.ts";
import type { Config } from "../config.ts";
import { footerFor } from "./footer.ts";
import { html } from "./html.tsx";
import { type Letter, plainText } from "./letter.ts";
import { mailWordsIn } from "./mail-words.ts";
import type { Notice, OwnWay } from "./notice.ts";

/** A mail that tells somebody of something that belongs to no case, with the way to where it can be looked at. */
export async function renderNotice(
  { portalUrl }: Pick<Config, "portalUrl">,
  { name, values }: Notice,
  language: Language,
  { way = ways[name], leave }: OwnWay = {},
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const frame = await mailWordsIn(language);
  const subject = frame.say(`notice.${name}.subject`, values);
  const letter: Letter = {
    language,
    subject,
    heading: subject,
    paragraphs: frame.say(`notice.${name}.text`, values).split(/\n{2,}/),
    facts: [],
    tasks: [],
    button: { label: frame.say(`notice.${name}.button`), href: `${portalUrl}${way}` },
    notes: [],
    ...(leave === undefined
      ? {}
      : { before: { label: frame.say("notice.leave"), href: `${portalUrl}${leave}` } }),
    greeting: frame.say("greeting"),
    plainLink: frame.say("link.plain"),
    footer: footerFor("somebody", frame, { answer: asksForAnswer.has(name) ? "asked" : "none" }),
  };
  return { subject, html: html(letter), text: plainText(letter) };
}

/** These say that whoever sees a mistake answers the mail. */
const asksForAnswer: ReadonlySet<Notice["name"]> = new Set(["handedOver", "takenOver", "moneySent"]);

/** Where each of them leads; whoever has no session is asked to sign in there. */
const ways: Readonly<Record<Notice["name"], string>> = {
  absence: paths.absences(),
  absenceOver: paths.absences(),
  signInTried: paths.signIn(),
  gaveWay: paths.my(),
  draftKept: paths.my(),
  newLink: paths.my(),
  handedOver: paths.my(),
  takenOver: paths.my(),
  appliedAlready: paths.my(),
  callOpened: paths.home(),
  runPrepared: paths.console(),
  moneySent: paths.my(),
  erasureAgreed: paths.ownData(),
  erasureRefused: paths.ownData(),
};
