import type { CodesFor } from "../../workflows/kernel/anonymous.ts";
import { paths } from "../addresses/paths.ts";
import { campaignOf } from "../anonymous/campaign.ts";
import { makePseudonyms } from "../anonymous/pseudonyms.ts";
import { makeCodes, makingOf } from "../anonymous/slips.ts";
import type { LoadedCase } from "../cases/load.ts";
import { qrSquares } from "../documents/qr.ts";
import { callTitle } from "../reading/case-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";
import { slipsOf } from "./parts/slips-of.ts";

/** A school makes the codes of its groups here. */
export const showSlips: Work = async (visit) => {
  const loaded = await ownCase(visit);
  const places = loaded ? slipsOf(loaded) : [];
  return loaded && places.length > 0 ? draw(visit, loaded, places) : refusalPage(visit.request, notFound);
};

/** Makes the codes of one group and shows them, which nobody does again: the answer to this post is the only place where they stand. */
export const takeSlips: Work = async (visit) => {
  const loaded = await ownCase(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const [[group], [made]] = [post.value.get("group") ?? [], post.value.get("made") ?? []];
  const places = slipsOf(loaded);
  const place = places.find((one) => one.group === group);
  if (!place) return refusalPage(visit.request, notFound);
  const number = /^\d{1,6}$/.test(made ?? "") ? Number(made) : 0;
  const codes = await makeCodes(visit.house, campaignOf(loaded), place, number);
  return codes === "elsewhere" ? draw(visit, loaded, places, 409) : drawSheet(visit, loaded, place, codes);
};

async function draw(visit: Visit, loaded: LoadedCase, places: readonly CodesFor[], status = 200) {
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui, language } = view;
  const groups = await Promise.all(
    places.map(async (place) => ({
      ...place,
      made: await makingOf(visit.house, campaignOf(loaded), place),
    })),
  );
  return page(view, {
    title: ui.say("slips.title"),
    back: paths.ownCase(visit.at("id"), visit.at("secret")),
    status,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{ui.say("slips.title")}</h1>
        {status === 409 ? (
          <p class="govuk-inset-text" role="alert">
            {ui.say("slips.elsewhere")}
          </p>
        ) : null}
        <p class="govuk-body">{ui.say("slips.text")}</p>
        <p class="govuk-inset-text">{ui.say("slips.once")}</p>
        {groups.map(({ group, codes, made }) => (
          <section key={group}>
            <h2 class="govuk-heading-m">{ui.say("slips.group", { group })}</h2>
            {made > 0 ? <p class="govuk-body">{ui.say("slips.again.text")}</p> : null}
            <PostForm action={visit.request.path}>
              <input type="hidden" name="group" value={group} />
              <input type="hidden" name="made" value={made} />
              <SubmitButton
                label={made > 0 ? ui.say("slips.again") : ui.say("slips.make", { count: codes })}
                warning={made > 0}
              />
            </PostForm>
          </section>
        ))}
      </>
    ),
  });
}

function isPaired({ process: { anonymous }, file }: LoadedCase): boolean {
  const asked = anonymous?.of === "case" ? anonymous.asked(file) : anonymous?.asked(file.call);
  return asked?.isPaired === true;
}

async function drawSheet(
  visit: Visit,
  loaded: LoadedCase,
  { school, group }: CodesFor,
  codes: readonly string[],
) {
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui, language } = view;
  const links = codes.map(
    (code) => `${visit.house.config.portalUrl}${paths.answer(campaignOf(loaded), school, group, code)}`,
  );
  const lines = links.map((link, index) => `${codes[index]},${link}`);
  const csv = ["code,link", ...lines, ""].join("\r\n");
  // Of a study the same people are asked again: who has which pseudonym the school writes down for itself.
  const pseudonyms = isPaired(loaded) ? makePseudonyms(codes.length) : [];
  const listed = [
    `${ui.say("slips.pseudonyms.pseudonym")},${ui.say("slips.pseudonyms.name")}`,
    ...pseudonyms.map((one) => `${one},`),
    "",
  ].join("\r\n");
  return page(view, {
    title: ui.say("slips.made"),
    wide: true,
    body: (
      <>
        <div class="kelias-unprinted">
          <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
          <h1 class="govuk-heading-l">{ui.say("slips.made")}</h1>
          <p class="govuk-inset-text">{ui.say("slips.made.text")}</p>
          <p class="govuk-body">
            <a
              class="govuk-link"
              download={`kodai-${school}-${group}.csv`}
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
            >
              {ui.say("slips.csv")}
            </a>
          </p>
          {pseudonyms.length > 0 ? (
            <>
              <h2 class="govuk-heading-m">{ui.say("slips.pseudonyms")}</h2>
              <p class="govuk-body">{ui.say("slips.pseudonyms.text")}</p>
              <p class="govuk-body">
                <a
                  class="govuk-link"
                  download={`pseudonimai-${school}-${group}.csv`}
                  href={`data:text/csv;charset=utf-8,${encodeURIComponent(listed)}`}
                >
                  {ui.say("slips.pseudonyms.csv")}
                </a>
              </p>
            </>
          ) : null}
        </div>
        <ul class="kelias-slips">
          {links.map((link) => (
            <li class="kelias-slips__slip" key={link}>
              <strong>{callTitle(loaded, language)}</strong>
              <Squares text={link} />
              <span>{ui.say("slips.slip")}</span>
              <br />
              <span>{link}</span>
            </li>
          ))}
        </ul>
        {pseudonyms.length > 0 ? (
          <section class="kelias-slips__pseudonyms">
            <DataTable
              caption={ui.say("slips.pseudonyms")}
              columns={columnsIn(ui, "slips.pseudonyms.pseudonym", "slips.pseudonyms.name")}
            >
              <Rows>
                {pseudonyms.map((one) => (
                  <tr class="govuk-table__row" key={one}>
                    <th scope="row" class="govuk-table__header">
                      {one}
                    </th>
                    <td class="govuk-table__cell" />
                  </tr>
                ))}
              </Rows>
            </DataTable>
          </section>
        ) : null}
      </>
    ),
  });
}

/** A QR code as one path, each run of dark squares a bar. */
function Squares({ text }: { readonly text: string }) {
  const rows = qrSquares(text);
  const bars = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  const size = rows.length + 8;
  return (
    <svg class="kelias-slips__code" viewBox={`-4 -4 ${size} ${size}`} aria-hidden="true">
      <path d={bars.join("")} />
    </svg>
  );
}
