import { printDay } from "../../../../workflows/facts/print.ts";
import type { FieldError } from "../../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../../workflows/kernel/parse.ts";
import { absenceForm, absencesIn, endAbsence, noteAbsence } from "../../../cases/absences.ts";
import { allStaff, type StaffMember } from "../../../cases/staff.ts";
import { addressIdOf } from "../../../links.ts";
import { redirect } from "../../answers.ts";
import type { Asked } from "../../parts/asked.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "../../parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../../parts/table.tsx";
import { readPost } from "../../posts.ts";
import { type Typed, typedInto } from "../../typed.ts";
import { asMessages } from "../../ui.ts";
import { page } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff, type StaffVisit } from "./guard.tsx";

/** Who is away, and a form for the next absence: one's own, or that of a colleague who cannot write it down. */
export const showAbsences = forStaff((visit) => draw(visit));

/** Notes an absence; what is wrong with it is said on the same page. */
export const takeAbsence = forStaff(async (visit) => {
  const { house, request, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(absenceForm, Object.keys(absenceForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const staff = await staffBy(visit);
  const parsed = parseAnswer(absenceForm, typed.value, listsOf(staff));
  if (parsed.outcome === "invalid") return draw(visit, typed.value, parsed.errors);
  const { person, substitute, from, to } = parsed.value.values;
  const [who, standIn] = [staff.get(person), staff.get(substitute)];
  if (!who || !standIn) return draw(visit, typed.value);
  const noted = await noteAbsence(house, { person: who, substitute: standIn, from, to }, member);
  return noted.outcome === "noted" ? redirect(paths.absences) : draw(visit, typed.value, noted.errors);
});

/** Who was away is back sooner. */
export const takeReturn = forStaff(async ({ house, at }) => {
  await endAbsence(house, at("person"), at("from"));
  return redirect(paths.absences);
});

/** The staff by what stands for their addresses, so that no address is sent about. */
const staffBy = async ({ house }: StaffVisit): Promise<ReadonlyMap<string, StaffMember>> =>
  new Map(
    (await allStaff(house))
      .toSorted((a, b) => a.name.localeCompare(b.name, "lt"))
      .map((member) => [addressIdOf(house.config.linkSecret, member.email), member]),
  );

const listsOf = (staff: ReadonlyMap<string, StaffMember>) => ({
  staff: [...staff].map(([value, { name }]) => ({ value, label: name })),
});

async function draw(visit: StaffVisit, typed?: Typed, errors: readonly FieldError[] = []) {
  const { house, view, member } = visit;
  const { ui, language } = view;
  const values = typed ?? { person: addressIdOf(house.config.linkSecret, member.email) };
  const lists = listsOf(await staffBy(visit));
  const asked: Asked = { form: absenceForm, words: asMessages(ui), ui, lists, values, errors };
  const noted = (await absencesIn(house)).flatMap(({ sk, person, periods }) =>
    periods.filter(({ endedAt }) => endedAt === undefined).map((period) => ({ sk, person, ...period })),
  );
  return page(view, {
    title: ui.say("absence.title"),
    back: "/console",
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
                    <PostForm action={`${paths.absences}/${sk}/${from}/end`}>
                      <button
                        type="submit"
                        class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                      >
                        {ui.say("absence.back")}
                        <span class="govuk-visually-hidden"> {person.name}</span>
                      </button>
                    </PostForm>
                  </td>
                </tr>
              ))}
            </Rows>
          </DataTable>
        )}
        <h2 class="govuk-heading-m">{ui.say("absence.new")}</h2>
        <PostForm action={paths.absences}>
          <WholeForm asked={asked} />
          <SubmitButton label={ui.say("absence.submit")} />
        </PostForm>
      </>
    ),
  });
}
