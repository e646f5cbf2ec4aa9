import { randomInt } from "node:crypto";
import { keepMessage, longestMessage, type Message, messageTo } from "../../mails/messages.ts";
import { drawDone, drawPreview, type Told } from "./frame.tsx";
import type { ActOnMany, Several } from "./several.ts";

/** Writes to whoever applied in the cases: what is typed is shown as its first reader will have it, and then sent, once. */
export const writeToSeveral: ActOnMany = {
  show: (several) => draw(several, ""),
  take: async (several, post) => {
    const { house, view } = several.visit;
    const [text = ""] = (post.get("text") ?? []).map((said) => said.replaceAll("\r\n", "\n").trim());
    if (text === "") return draw(several, text, view.ui.say("acts.message.empty"));
    if (text.length > longestMessage)
      return draw(several, text, view.ui.say("acts.message.tooLong", { most: longestMessage }));
    const sending = Number(post.get("sending")?.[0]);
    if (post.get("seen")?.[0] !== "yes" || !Number.isSafeInteger(sending)) return preview(several, text);
    const told: Told[] = [];
    let done = 0;
    for (const loaded of several.cases) {
      const kept = await keepMessage(house, loaded, { text, by: byOf(several), sending });
      if (kept === "kept") done++;
      told.push({ loaded, told: view.ui.say(`acts.message.${kept}`) });
    }
    return drawDone(several, "message", told, done);
  },
};

const byOf = ({ visit: { member } }: Several): Message["by"] => ({ name: member.name, email: member.email });

const receiversOf = ({ cases }: Several): readonly Told[] =>
  cases.map((loaded) => {
    const to = loaded.process.people("applicant", loaded.file);
    return { loaded, told: to ? `${to.name} (${to.email})` : "–" };
  });

const countOf = ({ cases }: Several): number =>
  cases.filter(({ process, file }) => process.people("applicant", file) !== undefined).length;

function draw(several: Several, text: string, error?: string) {
  const { ui } = several.visit.view;
  return drawPreview(several, {
    act: "message",
    told: receiversOf(several),
    count: countOf(several),
    submit: ui.say("acts.message.preview"),
    error,
    children: (
      <div class="govuk-form-group">
        <label class="govuk-label" for="text">
          {ui.say("acts.message.label")}
        </label>
        <div class="govuk-hint" id="text-hint">
          {ui.say("acts.message.hint")}
        </div>
        <textarea class="govuk-textarea" id="text" name="text" rows={10} aria-describedby="text-hint">
          {text}
        </textarea>
      </div>
    ),
  });
}

/** The mail as its first reader will have it. */
async function preview(several: Several, text: string) {
  const { house, view } = several.visit;
  const sending = randomInt(1, 2 ** 47);
  const first = several.cases.find((loaded) =>
    messageTo(house, loaded, { text, by: byOf(several), sending }),
  );
  const mail = first && messageTo(house, first, { text, by: byOf(several), sending });
  const { renderMail } = await import("../../mails/render.ts");
  const rendered = first && mail && (await renderMail(house.config, mail, first));
  return drawPreview(several, {
    act: "message",
    told: receiversOf(several),
    count: countOf(several),
    submit: view.ui.say("acts.message.submit", { count: countOf(several) }),
    hidden: { text, seen: "yes", sending: String(sending) },
    children: rendered ? (
      <section class="govuk-inset-text">
        <h2 class="govuk-heading-s">{rendered.subject}</h2>
        <div class="kelias-said">{withoutLinks(rendered.text)}</div>
      </section>
    ) : null,
  });
}

/** The preview has no link of anybody: a case's own page is its applicant's alone. */
const withoutLinks = (text: string): string => text.replaceAll(/https?:\/\/\S+/g, "…");
