import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { noteForm } from "../cases/tasks/forms.ts";
import { notesOf, writeNote } from "../cases/tasks/notes.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { numberIn } from "../web/posts.ts";
import { typedInto } from "../web/typed.ts";
import { type CaseVisit, ofCase, withPost } from "./of-case.ts";
import { type Act, drawAct } from "./parts/act.tsx";
import { Notes } from "./parts/notes.tsx";

/** What colleagues wrote on the case, and room for another note. */
export const showNotes = ofCase((visit) => draw(visit));

/** Adds a note, once however often the page is sent. */
export const takeNote = ofCase((visit) =>
  withPost(visit, async (post) => {
    const { house, request, member, loaded, at } = visit;
    const typed = typedInto(noteForm, ["text"], post);
    if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
    const parsed = parseAnswer(noteForm, typed.value);
    if (parsed.outcome === "invalid") return draw(visit, { typed: typed.value, errors: parsed.errors });
    const { text } = parsed.value.values;
    const by = { name: member.name, email: member.email };
    await writeNote(house, loaded.head.pk, { text, by, after: numberIn(post, "after") });
    return redirect(paths.consoleCase(at("id")));
  }),
);

async function draw(visit: CaseVisit, said: Pick<Act, "typed" | "errors"> = {}): Promise<Answer> {
  const { house, view, loaded, at } = visit;
  const notes = await notesOf(house, loaded.head.pk);
  return drawAct(view, {
    ...said,
    loaded,
    form: noteForm,
    title: view.ui.say("notes.title"),
    children: <Notes notes={notes} ui={view.ui} />,
    here: paths.notes(at("id")),
    back: paths.consoleCase(at("id")),
    hidden: { after: notes.length },
  });
}
