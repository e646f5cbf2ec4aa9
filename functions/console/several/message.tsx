import { randomInt } from "node:crypto";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { filledFor, messagePlaces, unknownPlaces } from "../../mails/message-places.ts";
import { nameOf, templatesOf } from "../../mails/message-templates.ts";
import { keepMessage, longestMessage, type Message, messageTo } from "../../mails/messages.ts";
import { TextBox } from "../../web/parts/text-box.tsx";
import { textIn } from "../../web/posts.ts";
import { drawDone, drawPreview, type Told } from "./frame.tsx";
import type { ActOnMany, Several } from "./several.ts";

/** What is written: one text for everybody, or, from a template, one for each language. */
type Texts = Readonly<Record<Language, string>>;

/**
 * Writes to whoever applied in the cases: what is typed, or what a template of the call says, is shown as its first reader will have
 * it, and then sent, once.
 */
export const writeToSeveral: ActOnMany = {
  show: (several) => draw(several, { lt: "", en: "" }, { isInBoth: false }),
  take: async (several, post) => {
    const { house, view } = several.visit;
    const { ui } = view;
    if (post.has("use")) return drawTemplate(several, textIn(post, "template"));
    const isInBoth = post.has("textEn");
    const lt = textIn(post, "text");
    const texts: Texts = { lt, en: isInBoth ? textIn(post, "textEn") : lt };
    const said = [texts.lt, texts.en];
    const unknown = said.flatMap(unknownPlaces);
    const fault = said.includes("")
      ? ui.say("acts.message.empty")
      : said.some(({ length }) => length > longestMessage)
        ? ui.say("acts.message.tooLong", { most: longestMessage })
        : unknown.length > 0
          ? ui.say("texts.error.unknown", { names: [...new Set(unknown)].join(", "), known: places })
          : undefined;
    if (fault !== undefined) return draw(several, texts, { isInBoth, error: fault });
    const sending = Number(post.get("sending")?.[0]);
    if (post.get("seen")?.[0] !== "yes" || !Number.isSafeInteger(sending))
      return preview(several, texts, isInBoth);
    const told: Told[] = [];
    for (const loaded of several.cases) {
      const kept = await keepMessage(house, loaded, messageFor(several, loaded, texts, sending));
      told.push({ loaded, told: ui.say(`acts.message.${kept}`), isUndone: kept !== "kept" });
    }
    return drawDone(several, "message", told, post);
  },
};

/** What a template says, to be written on. */
async function drawTemplate(several: Several, wanted: string) {
  const chosen = (await templatesOf(several.visit.house, several.callId)).find(({ id }) => id === wanted);
  const texts = { lt: chosen?.texts.lt.body ?? "", en: chosen?.texts.en.body ?? "" };
  return draw(several, texts, { isInBoth: chosen !== undefined });
}

const places = messagePlaces.map((name) => `{${name}}`).join(", ");

/** The message of one case, in the language of its reader and with what is so there. */
function messageFor(
  { visit: { member } }: Several,
  loaded: LoadedCase,
  texts: Texts,
  sending: number,
): Message {
  const language = loaded.process.people("applicant", loaded.file)?.language ?? "lt";
  return {
    text: filledFor(loaded, texts[language], language),
    by: { name: member.name, email: member.email },
    sending,
  };
}

const receiversOf = ({ cases }: Several): readonly Told[] =>
  cases.map((loaded) => {
    const to = loaded.process.people("applicant", loaded.file);
    return { loaded, told: to ? `${to.name} (${to.email})` : "–" };
  });

const countOf = ({ cases }: Several): number =>
  cases.filter(({ process, file }) => process.people("applicant", file) !== undefined).length;

interface Drawn {
  readonly isInBoth: boolean;
  readonly error?: string;
}

async function draw(several: Several, texts: Texts, { isInBoth, error }: Drawn) {
  const { house, view } = several.visit;
  const { ui } = view;
  const templates = await templatesOf(house, several.callId);
  const hint = `${ui.say("acts.message.hint")} ${ui.say("templates.places", { places })}`;
  return drawPreview(several, {
    act: "message",
    told: receiversOf(several),
    count: countOf(several),
    submit: ui.say("acts.message.preview"),
    error,
    children: (
      <>
        {templates.length === 0 ? null : (
          <div class="govuk-form-group">
            <label class="govuk-label" for="template">
              {ui.say("templates.choose")}
            </label>
            <select class="govuk-select" id="template" name="template">
              {templates.map((one) => (
                <option key={one.id} value={one.id}>
                  {nameOf(one)}
                </option>
              ))}
            </select>{" "}
            <button type="submit" name="use" value="yes" class="govuk-button govuk-button--secondary">
              {ui.say("templates.use")}
            </button>
          </div>
        )}
        <TextBox
          ui={ui}
          name="text"
          label={ui.say(isInBoth ? "texts.body.lt" : "acts.message.label")}
          hint={hint}
          value={texts.lt}
          rows={10}
        />
        {isInBoth ? (
          <TextBox
            ui={ui}
            name="textEn"
            label={ui.say("texts.body.en")}
            hint={hint}
            value={texts.en}
            rows={10}
          />
        ) : null}
      </>
    ),
  });
}

/** The mail as its first reader will have it, and as the first who reads the other language will. */
async function preview(several: Several, texts: Texts, isInBoth: boolean) {
  const { house, view } = several.visit;
  const sending = randomInt(1, 2 ** 47);
  const { renderMail } = await import("../../mails/render.ts");
  const written = several.cases.flatMap((loaded) => {
    const mail = messageTo(house, loaded, messageFor(several, loaded, texts, sending));
    return mail ? [{ loaded, mail }] : [];
  });
  const firsts = (["lt", "en"] as const).flatMap(
    (language) => written.find(({ mail }) => mail.to.language === language) ?? [],
  );
  const rendered = await Promise.all(
    firsts.map(async ({ loaded, mail }) => ({
      language: mail.to.language,
      ...(await renderMail(house.config, mail, loaded)),
    })),
  );
  return drawPreview(several, {
    act: "message",
    told: receiversOf(several),
    count: countOf(several),
    submit: view.ui.say("acts.message.submit", { count: countOf(several) + several.rest.length }),
    hidden: {
      text: texts.lt,
      ...(isInBoth ? { textEn: texts.en } : {}),
      seen: "yes",
      sending: String(sending),
    },
    children: rendered.map(({ language, subject, text }) => (
      <section class="govuk-inset-text" lang={language} key={language}>
        <h2 class="govuk-heading-s">{subject}</h2>
        <div class="kelias-said">{withoutWays(text)}</div>
      </section>
    )),
  });
}

/** The preview has no link of anybody: a case's own page is its applicant's alone. */
const withoutWays = (text: string): string => text.replaceAll(/https?:\/\/\S+/g, "…");
