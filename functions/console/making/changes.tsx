import * as z from "zod";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import { callFormOf } from "../../calls/call-drafts.ts";
import { coordinates } from "../../calls/rights.ts";
import type { Head } from "../../store/items.ts";
import { idOf } from "../../store/keys.ts";
import type { SummaryRow } from "../../web/parts/summary.tsx";
import type { StaffVisit } from "../guard.ts";
import { CallChanges } from "../parts/call-changes.tsx";
import { wordsOfForm } from "./guard.ts";

const madeCall = z.object({ applicationProcess: z.string() });

/** What the page of a call says of its making: who published it, the way to change it, and what was changed. */
export async function changesOf({ view, member }: StaffVisit, head: Head) {
  const { ui, language } = view;
  const said = madeCall.safeParse(head.data);
  const callForm = said.success ? await callFormOf(said.data.applicationProcess) : undefined;
  const { publishedBy, submittedAt, changes } = head;
  const rows: readonly SummaryRow[] = publishedBy
    ? [
        {
          label: ui.say("callChanges.published"),
          value: `${publishedBy.name}, ${printTime(submittedAt, language)}`,
        },
      ]
    : [];
  if (!callForm) return { rows, links: [], changes: null };
  const mayChange = head.endedAt === undefined && coordinates(head, member);
  return {
    rows,
    links: mayChange ? [{ href: paths.changeCall(idOf(head.pk)), label: ui.say("callChange.title") }] : [],
    changes:
      changes === undefined ? null : (
        <CallChanges
          changes={changes}
          callForm={callForm}
          words={await wordsOfForm(callForm, view)}
          view={view}
        />
      ),
  };
}
