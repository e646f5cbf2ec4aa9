import { randomBytes } from "node:crypto";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { keepText } from "../mails/call-texts.ts";
import { messagePlaces, unknownPlaces } from "../mails/message-places.ts";
import { type MessageTemplate, templateOf, templatesOf } from "../mails/message-templates.ts";
import { longestMessage } from "../mails/messages.ts";
import type { UiKey } from "../reading/ui.ts";
import type { Texts } from "../store/call-text-item.ts";
import type { Head } from "../store/items.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { TypedForm } from "../web/parts/form.tsx";
import { type Fault, Faults, TextBox } from "../web/parts/text-box.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { numberIn, readPost, textIn } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** The address of a template that is not there yet. */
export const newTemplate = "new";
/** A name, and no more of them than somebody looks through. */
const longestName = 100;
const mostTemplates = 100;

interface TemplateVisit {
  readonly visit: StaffVisit;
  readonly head: Head;
  readonly id: string;
  readonly known: MessageTemplate | undefined;
  readonly count: number;
}

async function templateAt(visit: StaffVisit): Promise<TemplateVisit | undefined> {
  const head = await loadCall(visit.house, visit.at("id"));
  if (!head) return undefined;
  const all = await templatesOf(visit.house, head.callId);
  const id = visit.at("template");
  const known = all.find((one) => one.id === id);
  return known || id === newTemplate ? { visit, head, id, known, count: all.length } : undefined;
}

/** A message that is written again and again: its name, and what it says in each language. */
export const showTemplate = forStaff(async (visit) => {
  const found = await templateAt(visit);
  return found ? draw(found, {}) : refusalPage(visit.request, notFound);
});

/** Keeps it, or takes it away. */
export const takeTemplate = forStaff(async (visit) => {
  const found = await templateAt(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const { head, known, count } = found;
  const said = { by: visit.member, after: numberIn(post.value, "version") };
  const back = paths.mailTexts(head.callId);
  if (post.value.get("do")?.[0] === "remove" && known) {
    const kept = await keepText(visit.house, head.callId, templateOf(known.id), said);
    return kept === "kept" ? redirect(back) : draw(found, { isConflict: true });
  }
  const typed: Typed = {
    name: textIn(post.value, "name"),
    lt: textIn(post.value, "lt"),
    en: textIn(post.value, "en"),
  };
  const faults = faultsOf(typed, visit);
  if (faults.length > 0) return draw(found, { typed, faults });
  if (!known && count >= mostTemplates)
    return draw(found, { typed, faults: [{ name: "name", text: visit.view.ui.say("templates.tooMany") }] });
  // The page of a new one names what it will be, so that sent twice it is one.
  const sent = textIn(post.value, "as");
  const id = known?.id ?? (/^[\w-]{16}$/.test(sent) ? sent : newId());
  const subject = typed.name;
  const texts: Texts = { lt: { subject, body: typed.lt }, en: { subject, body: typed.en } };
  const kept = await keepText(visit.house, head.callId, templateOf(id), { ...said, texts });
  return kept === "kept" ? redirect(back) : draw(found, { typed, isConflict: true });
});

const newId = (): string => randomBytes(12).toString("base64url");

interface Typed {
  readonly name: string;
  readonly lt: string;
  readonly en: string;
}

function faultsOf({ name, lt, en }: Typed, { view: { ui } }: StaffVisit): readonly Fault[] {
  const labelled = (field: string, label: UiKey, key: UiKey, more = {}): Fault => ({
    name: field,
    text: `${ui.say(label)}: ${ui.say(key, more)}`,
  });
  const named =
    name === ""
      ? [labelled("name", "templates.name", "texts.error.empty")]
      : name.length > longestName
        ? [
            labelled("name", "templates.name", "texts.error.tooLong", {
              count: name.length,
              most: longestName,
            }),
          ]
        : [];
  return [
    ...named,
    ...(["lt", "en"] as const).flatMap((language) => {
      const text = language === "lt" ? lt : en;
      const unknown = unknownPlaces(text);
      const fault = (key: UiKey, more = {}) => [labelled(language, `texts.body.${language}`, key, more)];
      if (text === "") return fault("texts.error.empty");
      if (text.length > longestMessage)
        return fault("texts.error.tooLong", { count: text.length, most: longestMessage });
      return unknown.length === 0
        ? []
        : fault("texts.error.unknown", {
            names: unknown.join(", "),
            known: messagePlaces.map((place) => `{${place}}`).join(", "),
          });
    }),
  ];
}

interface Said {
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
  readonly isConflict?: boolean;
}

function draw({ visit, head, id, known }: TemplateVisit, { typed, faults = [], isConflict = false }: Said) {
  const { house, view } = visit;
  const { ui, language } = view;
  const title = ui.say(known ? "templates.change" : "templates.add");
  const places = messagePlaces.map((place) => `{${place}}`).join(", ");
  const box = (name: "lt" | "en") => (
    <TextBox
      ui={ui}
      name={name}
      label={ui.say(`texts.body.${name}`)}
      hint={`${ui.say("texts.body.hint", { most: longestMessage })} ${ui.say("templates.places", { places })}`}
      value={typed?.[name] ?? known?.texts[name].body ?? ""}
      rows={10}
      language={name}
      faults={faults}
    />
  );
  return page(view, {
    title,
    back: paths.mailTexts(head.callId),
    hasErrors: faults.length > 0 || isConflict,
    status: faults.length > 0 ? 422 : isConflict ? 409 : 200,
    body: (
      <>
        <Faults faults={faults} view={view} />
        {isConflict ? <Warning view={view} text={ui.say("templates.conflict")} /> : null}
        <span class="govuk-caption-l">{summaryOf(head, house.clock.now()).title[language]}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <TypedForm action={paths.messageTemplate(head.callId, id)}>
          <input type="hidden" name="version" value={known?.version ?? 0} />
          {known ? null : <input type="hidden" name="as" value={newId()} />}
          <TextBox
            ui={ui}
            name="name"
            label={ui.say("templates.name")}
            hint={ui.say("templates.name.hint")}
            value={typed?.name ?? known?.texts.lt.subject ?? ""}
            rows={1}
            faults={faults}
          />
          {box("lt")}
          {box("en")}
          <div class="govuk-button-group">
            <button type="submit" name="do" value="keep" class="govuk-button" data-module="govuk-button">
              {ui.say("texts.keep")}
            </button>
            {known ? (
              <button type="submit" name="do" value="remove" class="govuk-button govuk-button--secondary">
                {ui.say("templates.remove")}
              </button>
            ) : null}
          </div>
        </TypedForm>
      </>
    ),
  });
}
