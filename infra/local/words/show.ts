import { footerFor } from "../../../functions/mails/footer.ts";
import { plainText } from "../../../functions/mails/letter.ts";
import { mailWordsIn } from "../../../functions/mails/mail-words.ts";
import { readWords, type Words } from "../../../workflows/kernel/book.ts";
import type { Need, Reading } from "../../../workflows/kernel/need.ts";
import { readAloud } from "./message.ts";
import type { Part } from "./part.ts";

/**
 * The page or the mail in which a word is read, in one language, made of all that is said there; the line of the word is marked. A mail
 * has the frame in which it is sent, and ‹names› stand for what a case would give.
 */
export async function shownWith(part: Part, need: Need, language: "lt" | "en"): Promise<string> {
  const said = await readWords(part.books, part.needs, language);
  const [reading] = need.read;
  const beside = part.needs.filter(({ read }) => read.some((other) => isTogether(reading, other)));
  const lines =
    reading?.on === "mail" ? await mailOf(reading, said, language) : beside.flatMap(linesOf(said, language));
  return lines.map((line) => `${line.key === need.key ? "→" : " "} ${line.text}`).join("\n");
}

interface Line {
  readonly key?: string;
  readonly text: string;
}

const isTogether = (one: Reading | undefined, other: Reading): boolean =>
  one !== undefined && one.on === other.on && one.of === other.of && one.by === other.by;

/** A word, and the hint below it where it has one. */
const linesOf =
  (said: Words, language: "lt" | "en") =>
  ({ key }: Need): readonly Line[] => {
    const hint = key.replace(/\.label$/, ".hint");
    return [key, ...(hint !== key && said[hint] !== undefined ? [hint] : [])].flatMap((known) =>
      readAloud(said[known] ?? "–", language)
        .split("\n")
        .map((text) => ({ key: known, text: known.endsWith(".hint") ? `  ${text}` : text })),
    );
  };

async function mailOf({ of }: Reading, said: Words, language: "lt" | "en"): Promise<readonly Line[]> {
  const frame = await mailWordsIn(language);
  const [subjectKey, bodyKey] = [`mail.${of}.subject`, `mail.${of}.body`];
  const subject = readAloud(said[subjectKey] ?? "–", language);
  const body = readAloud(said[bodyKey] ?? "–", language);
  const text = plainText({
    language,
    subject,
    heading: subject,
    paragraphs: body.split(/\n{2,}/),
    facts: [],
    tasks: [],
    notes: [],
    greeting: frame.say("greeting"),
    plainLink: frame.say("link.plain"),
    footer: footerFor("applicant", frame),
  });
  const paragraphs = new Set(body.split("\n"));
  return [
    { key: subjectKey, text: subject },
    { text: "" },
    ...text
      .trimEnd()
      .split("\n")
      .map((line) => (line !== "" && paragraphs.has(line) ? { key: bodyKey, text: line } : { text: line })),
  ];
}
