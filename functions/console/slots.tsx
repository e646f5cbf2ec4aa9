import { processOf } from "../../workflows/catalogue.ts";
import { vilniusInstant } from "../../workflows/kernel/facts/calendar.ts";
import { iso } from "../../workflows/kernel/facts/instants.ts";
import { printAppointment } from "../../workflows/kernel/facts/print.ts";
import type { Slot } from "../../workflows/kernel/slot.ts";
import { slotName, slotsWith } from "../../workflows/kernel/slots.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { coordinates } from "../calls/rights.ts";
import { lineKey } from "../lines/keys.ts";
import { slotsHeld } from "../slots/slots.ts";
import { lineItem } from "../store/line-item.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { CaseLink, LinkList } from "../web/parts/links.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { Pages } from "./parts/pages.tsx";

/** So many times on a page. */
const onPage = 50;

/** The times that a call offers, from the present day on: who waits at each, and who comes. */
export const showSlots = forStaff(async (visit) => {
  const { house, request, view, at, member } = visit;
  const head = await loadCall(house, at("id"));
  const call = head && summaryOf(head, house.clock.now());
  const slots = call && (await processOf(call.process)).slots;
  if (!call || !slots) return refusalPage(request, notFound);
  const { ui, language } = view;
  const now = house.clock.now();
  const isOver = ({ starts }: Slot) => iso(vilniusInstant(starts)) < now;
  const held = await slotsHeld(house, call.id);
  const all = slotsWith(slots, { call: head.data ?? {} }, held);
  const taken = new Map(held.map((one) => [slotName(one), one]));
  const ahead = all.findIndex((slot) => !isOver(slot));
  const from = fromIn(request.query) ?? Math.max(ahead, 0);
  const shown = all.slice(from, from + onPage);
  const here = paths.slotsOfCall(call.id);
  const refs = shown.flatMap((slot) => taken.get(slotName(slot))?.ref ?? []);
  const names = await namesOf(house, call.id, refs);
  const free = all.filter((slot) => !isOver(slot) && !taken.has(slotName(slot))).length;
  return page(view, {
    title: ui.say("slotsOf.title"),
    back: paths.consoleCall(call.id),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{call.title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("slotsOf.title")}</h1>
        {all.length === 0 ? (
          <p class="govuk-body">{ui.say("slotsOf.none")}</p>
        ) : (
          <>
            <p class="govuk-body-l">{ui.say("slotsOf.count", { free, all: all.length })}</p>
            <DataTable
              caption={ui.say("slotsOf.title")}
              captionSize="hidden"
              stacks
              columns={columnsIn(ui, "slotsOf.when", "slotsOf.by", "slotsOf.who")}
            >
              <Rows>
                {shown.map((slot) => {
                  const has = taken.get(slotName(slot));
                  return (
                    <tr class="govuk-table__row" key={slotName(slot)}>
                      <th scope="row" class="govuk-table__header">
                        {printAppointment(vilniusInstant(slot.starts), language)}
                      </th>
                      <td class="govuk-table__cell" data-label={ui.say("slotsOf.by")}>
                        {slot.by}
                      </td>
                      <td class="govuk-table__cell" data-label={ui.say("slotsOf.who")}>
                        {has === undefined ? (
                          ui.say(isOver(slot) ? "slotsOf.unused" : "slotsOf.free")
                        ) : (
                          <>
                            {names.get(has.ref)} <CaseLink case={has.ref} />
                            {has.isClaimed ? ` ${ui.say("slotsOf.claimed")}` : ""}
                          </>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </Rows>
            </DataTable>
            <Pages
              first={from > 0 ? `${here}?from=0` : undefined}
              next={from + onPage < all.length ? `${here}?from=${from + onPage}` : undefined}
              ui={ui}
            />
          </>
        )}
        {head.endedAt === undefined && coordinates(head, member) ? (
          <LinkList links={[{ href: paths.changeCall(call.id), label: ui.say("callChange.title") }]} />
        ) : null}
      </>
    ),
  });
});

const fromIn = (query: URLSearchParams): number | undefined => {
  const said = query.get("from") ?? "";
  return /^\d{1,4}$/.test(said) ? Number(said) : undefined;
};

/** What the applicants of these cases are called. */
async function namesOf(
  { table }: Pick<StaffVisit["house"], "table">,
  callId: string,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const items = await table.getMany([...new Set(refs)].map((ref) => lineKey(callId, ref)));
  return new Map(
    items.flatMap((item) => {
      if (!item) return [];
      const { ref, name } = lineItem.parse(item).line;
      return [[ref, name] as const];
    }),
  );
}
