import { printAmount } from "../../workflows/kernel/facts/print.ts";
import { labelOfSchool, type School } from "../../workflows/kernel/facts/schools.ts";
import { paths } from "../addresses/paths.ts";
import { certificatePath } from "../certificates/number.ts";
import { partsOfSchool, type SchoolPart, schoolsLedBy } from "../record/school.ts";
import { sumsOf } from "../record/sums.ts";
import { sumTables } from "../record/tables.ts";
import { toldPart } from "../record/told.ts";
import { signedIn } from "../sign-in/session.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { SumsOfHours } from "./parts/sums-of-hours.tsx";

/** The schools that whoever has signed in answers for. */
export const showSchools: Work = async ({ house, request }) => {
  const email = await signedIn(house, request.cookies);
  if (email === undefined) return redirect(paths.signIn());
  const schools = await schoolsLedBy(house, email);
  const view = await viewOf(request);
  const { ui, language } = view;
  return page(view, {
    title: ui.say("school.title"),
    back: paths.my(),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("school.title")}</h1>
        <p class="govuk-body">{ui.say(schools.length === 0 ? "school.none" : "school.lead")}</p>
        <LinkList
          links={schools.map((school) => ({
            href: `${paths.schoolRecord(school.code)}?lang=${language}`,
            label: labelOfSchool(school),
          }))}
        />
      </>
    ),
  });
};

/** What people of a school took part in, what hours come to, and what came back to the school: for its head alone. */
export const showSchoolRecord: Work = async ({ house, request, at }) => {
  const email = await signedIn(house, request.cookies);
  if (email === undefined) return redirect(paths.signIn());
  const school = (await schoolsLedBy(house, email)).find(({ code }) => code === at("code"));
  if (!school) return refusalPage(request, notFound);
  const parts = await partsOfSchool(house, school);
  const view = await viewOf(request);
  return draw(view, school, parts, house.clock.now());
};

async function draw(view: View, school: School, parts: readonly SchoolPart[], now: string) {
  const { ui, language } = view;
  const rows = await Promise.all(parts.map(async (part) => ({ part, told: await toldPart(part, ui, now) })));
  const back = rows.flatMap(({ part, told }) => [
    ...told.open.map(({ number, label, isPublished }) => ({
      key: number,
      label: `${label} (${part.name})`,
      href: isPublished ? paths.publication(number) : paths.registered(number),
    })),
  ]);
  const paid = parts.reduce((sum, { paidCents = 0 }) => sum + paidCents, 0);
  return page(view, {
    title: school.name,
    back: paths.schools(),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("school.title")}</span>
        <h1 class="govuk-heading-l">{school.name}</h1>
        {rows.length === 0 ? <p class="govuk-body">{ui.say("school.nothing")}</p> : null}
        <SumsOfHours tables={sumTables(sumsOf(parts), ui)} ui={ui} />
        {rows.length === 0 ? null : (
          <DataTable
            caption={ui.say("school.people")}
            columns={columnsIn(
              ui,
              "school.who",
              "school.what",
              "tookPart.when",
              "tookPart.amount",
              "tookPart.certificate",
            )}
            stacks
          >
            <Rows>
              {rows.map(({ part, told }, index) => (
                <tr key={`${index} ${part.name}`} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    {part.name}
                  </th>
                  <td class="govuk-table__cell" data-label={ui.say("school.what")}>
                    {told.what}
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("tookPart.when")}>
                    {told.when}
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("tookPart.amount")}>
                    {told.amount === "" ? "–" : told.amount}
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("tookPart.certificate")}>
                    {told.certificate ? (
                      <a
                        class="govuk-link kelias-figures"
                        href={`${certificatePath(told.certificate.number.replaceAll("-", ""))}?lang=${language}`}
                      >
                        {told.certificate.number}
                      </a>
                    ) : (
                      "–"
                    )}
                  </td>
                </tr>
              ))}
            </Rows>
          </DataTable>
        )}
        {back.length === 0 && paid === 0 ? null : (
          <>
            <h2 class="govuk-heading-m">{ui.say("school.back")}</h2>
            {paid === 0 ? null : (
              <p class="govuk-body">{ui.say("school.paid", { amount: printAmount(paid, language) })}</p>
            )}
            <LinkList links={back} />
          </>
        )}
      </>
    ),
  });
}
