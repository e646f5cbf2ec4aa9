import { printTime } from "../../workflows/kernel/facts/print.ts";
import { codeUntil } from "../links.ts";
import { footerFor } from "./footer.ts";
import { html } from "./html.tsx";
import { type Letter, plainText } from "./letter.ts";
import { mailWordsIn } from "./mail-words.ts";

/** The mail with a code to sign in with, until when it works, and what to do if one did not ask for it. */
export async function renderSignIn(
  { code, sentAt }: { readonly code: string; readonly sentAt: string },
  language: "lt" | "en",
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const frame = await mailWordsIn(language);
  const until = codeUntil(sentAt);
  const subject = frame.say("signIn.subject");
  const letter: Letter = {
    language,
    subject,
    heading: subject,
    paragraphs: [
      frame.say("signIn.text", { code }),
      frame.say("code.until", { time: printTime(until, language) }),
    ],
    facts: [],
    tasks: [],
    notes: [],
    greeting: frame.say("greeting"),
    plainLink: frame.say("link.plain"),
    footer: footerFor("somebody", frame),
  };
  return { subject, html: html(letter), text: plainText(letter) };
}
