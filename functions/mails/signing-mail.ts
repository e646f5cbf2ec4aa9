import { printTime } from "../../workflows/kernel/facts/print.ts";
import { codeUntil } from "../links.ts";
import { footerFor } from "./footer.ts";
import { html } from "./html.tsx";
import { type Letter, plainText } from "./letter.ts";
import { mailWordsIn } from "./mail-words.ts";
import { withoutLinks } from "./quoted.ts";

/** A paper as the mail names it: what it is, and of whom. */
export interface Paper {
  readonly title: string;
  readonly about: string;
}

/** So many papers are named; of more it is said how many there are. */
const mostNamed = 20;

/** The mail with a code that signs several papers at once: which papers it is good for stands beside it. */
export async function renderSigning(
  {
    code,
    sentAt,
    papers,
  }: { readonly code: string; readonly sentAt: string; readonly papers: readonly Paper[] },
  language: "lt" | "en",
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const frame = await mailWordsIn(language);
  const subject = frame.say("signing.subject", { count: papers.length });
  const time = printTime(codeUntil(sentAt), language);
  const more = papers.length - mostNamed;
  const letter: Letter = {
    language,
    subject,
    heading: subject,
    paragraphs: [frame.say("signing.text", { code }), frame.say("code.until", { time })],
    facts: papers
      .slice(0, mostNamed)
      .map(({ title, about }) => ({ label: withoutLinks(about), value: withoutLinks(title) })),
    tasks: [],
    notes: more > 0 ? [frame.say("signing.more", { count: more })] : [],
    greeting: frame.say("greeting"),
    plainLink: frame.say("link.plain"),
    footer: footerFor("somebody", frame),
  };
  return { subject, html: html(letter), text: plainText(letter) };
}
