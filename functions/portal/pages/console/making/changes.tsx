import * as z from "zod";
import { callFormOf } from "../../../../calls/call-drafts.ts";
import { coordinates } from "../../../../calls/rights.ts";
import type { Head } from "../../../../store/items.ts";
import { CallChanges } from "../../../parts/call-changes.tsx";
import type { StaffVisit } from "../guard.tsx";
import { wordsOfForm } from "./guard.ts";

/** What the page of a call says of its changes, and whether who looks at it may change it. */
export async function changesOf({ view, member }: StaffVisit, head: Head) {
  const said = z.object({ applicationProcess: z.string() }).safeParse(head.data);
  const callForm = said.success ? await callFormOf(said.data.applicationProcess) : undefined;
  if (!callForm) return { mayChange: false, changes: null };
  return {
    mayChange: head.endedAt === undefined && coordinates(head, member),
    changes:
      head.changes === undefined ? null : (
        <CallChanges
          changes={head.changes}
          callForm={callForm}
          words={await wordsOfForm(callForm, view)}
          view={view}
        />
      ),
  };
}
