import { printDay } from "../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { formWith } from "../../workflows/kernel/given.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { allCalls } from "../calls/calls.ts";
import { absenceForm, absencesIn, endAbsence, mayNoteFor, noteAbsence } from "../cases/people/absences.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { ownRoles, staffIn } from "../cases/people/standing-in.ts";
import { tellOfAbsence } from "../cases/people/tell-of-absence.ts";
import { addressIdOf } from "../links.ts";
import type { Asked } from "../reading/asked.ts";
import { asMessages } from "../reading/ui.ts";
import type { Head } from "../store/items.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { readPost } from "../web/posts.ts";
import { noRight } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** Who is away, and a form for the next absence: one's own, or that of a colleague in a call that one coordinates. */
export const showAbsences = forStaff(async (visit) => draw(visit, await knownTo(visit)));

/** Notes an absence and tells whom it concerns at once; what is wrong with it is said on the same page. */
export const takeAbsence = forStaff(async (visit) => {
  const { house, request, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(absenceForm, Object.keys(absenceForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const known = await knownTo(visit);
  const parsed = parseAnswer(formAmong(known), typed.value);
  if (parsed.outcome === "invalid") return draw(visit, known, typed.value, parsed.errors);
  const { person, substitute, from, to } = parsed.value.values;
  const [who, standIn] = [known.absent.get(person), known.substitutes.get(substitute)];
  if (!who || !standIn) return draw(visit, known, typed.value);
  const wanted = { person: who, substitute: standIn, from, to };
  const noted = await noteAbsence(house, wanted, member, known.calls);
  switch (noted.outcome) {
    case "noted":
      await tellOfAbsence(house, { ...noted, person: who, by: member }, "absence");
      return redirect(paths.absences());
    case "notTheirs":
      return refusalPage(request, noRight);
    case "invalid":
      return draw(visit, known, typed.value, noted.errors);
  }
});

/** Who was away is back sooner. */
export const takeReturn = forStaff(async (visit) => {
  const { house, request, member, at } = visit;
  const calls = await allCalls(house);
  const ended = await endAbsence(house, { person: at("person"), from: at("from") }, member, calls);
  if (ended.outcome === "notTheirs") return refusalPage(request, noRight);
  if (ended.outcome === "ended") await tellOfAbsence(house, { ...ended, by: member, calls }, "absenceOver");
  return redirect(paths.absences());
});

interface Known {
  readonly calls: readonly Head[];
  /** Whose absence may be noted, and who may be named, by what stands for their addresses, so that no address is sent about. */
  readonly absent: ReadonlyMap<string, StaffMember>;
  readonly substitutes: ReadonlyMap<string, StaffMember>;
}

async function knownTo({ house, member }: StaffVisit): Promise<Known> {
  const calls = await allCalls(house);
  const shared = calls.filter((call) => ownRoles(call, member.email).size > 0);
  const mayNote = new Set(mayNoteFor(calls, member).map(({ email }) => email.toLowerCase()));
  const colleagues = new Map(
    [...shared.flatMap((call) => [...staffIn(call).values()]), member].map((one) => [
      one.email.toLowerCase(),
      one,
    ]),
  );
  const sorted = [...colleagues].toSorted(([, a], [, b]) => a.name.localeCompare(b.name, "lt"));
  const byId = (some: readonly (readonly [string, StaffMember])[]) =>
    new Map(some.map(([email, one]) => [addressIdOf(house.config.linkSecret, email), one]));
  return {
    calls,
    absent: byId(sorted.filter(([email]) => mayNote.has(email))),
    substitutes: byId(sorted),
  };
}

const formAmong = ({ absent, substitutes }: Known) => {
  const listed = (people: ReadonlyMap<string, StaffMember>) =>
    [...people].map(([value, { name }]) => ({ value, label: name }));
  return formWith(absenceForm, { lists: { absent: listed(absent), staff: listed(substitutes) } });
};

async function draw(visit: StaffVisit, known: Known, typed?: Typed, errors: readonly FieldError[] = []) {
  const { house, view, member } = visit;
  const { ui, language } = view;
  const values = typed ?? { person: addressIdOf(house.config.linkSecret, member.email) };
  const asked: Asked = { form: formAmong(known), words: asMessages(ui), ui, values, errors };
  const noted = (await absencesIn(house)).flatMap(({ sk, person, periods }) =>
    known.substitutes.has(sk)
      ? periods.filter(({ endedAt }) => endedAt === undefined).map((period) => ({ sk, person, ...period }))
      : [],
  );
  return page(view, {
    title: ui.say("absence.title"),
    back: paths.console(),
    wide: true,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{ui.say("absence.title")}</h1>
        <p class="govuk-body">{ui.say("absence.text")}</p>
        {noted.length === 0 ? (
          <p class="govuk-body">{ui.say("absence.none")}</p>
        ) : (
          <DataTable
            caption={ui.say("absence.list")}
            columns={columnsIn(ui, "absence.who", "absence.days", "absence.standIn", "absence.end")}
          >
            <Rows>
              {noted.map(({ sk, person, from, to, substitute }) => (
                <tr class="govuk-table__row" key={`${sk} ${from}`}>
                  <td class="govuk-table__cell">{person.name}</td>
                  <td class="govuk-table__cell">
                    {ui.say("facts.period", { from: printDay(from, language), to: printDay(to, language) })}
                  </td>
                  <td class="govuk-table__cell">{substitute.name}</td>
                  <td class="govuk-table__cell">
                    {known.absent.has(sk) ? (
                      <PostForm action={paths.endAbsence(sk, from)}>
                        <button
                          type="submit"
                          class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                        >
                          {ui.say("absence.back")}
                          <span class="govuk-visually-hidden"> {person.name}</span>
                        </button>
                      </PostForm>
                    ) : (
                      "–"
                    )}
                  </td>
                </tr>
              ))}
            </Rows>
          </DataTable>
        )}
        <h2 class="govuk-heading-m">{ui.say("absence.new")}</h2>
        <TypedForm action={paths.absences()}>
          <WholeForm asked={asked} />
          <SubmitButton label={ui.say("absence.submit")} />
        </TypedForm>
      </>
    ),
  });
}
