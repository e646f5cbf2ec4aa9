import { draftsOfAddress } from "../cases/applications/own-drafts.ts";
import { isOver, type LoadedCase } from "../cases/load.ts";
import { ownPathOf } from "../cases/people/own-path.ts";
import { documentsFor, makeDocument } from "../documents/documents.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { ownQuestions } from "../questions/questions.ts";
import { codeOf } from "../reading/codes.ts";
import type { Ui } from "../reading/ui.ts";
import { idOf, linkedTo, uploadedKey } from "../store/keys.ts";
import { linkedItem } from "../store/person-items.ts";
import { uploadsSeenBy } from "../uploads/seen.ts";
import { recordFile } from "./file.ts";
import type { Own } from "./whose.ts";

/** So many bytes of files fit into one answer of the service, beside what is said of them; the others are named with their address. */
const mostBytes = 3_500_000;

type Parts = Pick<House, "table" | "config" | "clock" | "documents">;

/**
 * Everything that is kept of somebody, as files by name: `data.json`, their record, the papers of their cases and what they uploaded.
 * What others said of them is there once the road is over: before that it is the call's.
 */
export async function ownDataFiles(
  house: Parts,
  own: Own,
  ui: Ui,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const now = house.clock.now();
  const cases = own.parts.flatMap(({ as, loaded }) => (as === "own" ? [loaded] : []));
  const files: Record<string, Uint8Array> = {};
  const elsewhere: { readonly case: string; readonly address: string }[] = [];
  let bytes = 0;
  const add = (name: string, body: Uint8Array, loaded: LoadedCase): void => {
    bytes += body.length;
    if (bytes <= mostBytes) files[name] = body;
    else
      elsewhere.push({
        case: codeOf(loaded.head.pk),
        address: `${house.config.portalUrl}${ownPathOf(house.config.linkSecret, loaded)}`,
      });
  };
  for (const loaded of cases) {
    const code = codeOf(loaded.head.pk);
    for (const { name } of documentsFor("applicant", loaded)) {
      const body = await makeDocument(house, name, "applicant", loaded, ui.language);
      if (body) add(`${code}/${name}.pdf`, body, loaded);
    }
    for (const { id } of uploadsSeenBy("applicant", loaded)) {
      const kept = await house.documents.read(uploadedKey(id));
      if (kept) add(`${code}/${id}.${kept.type.split("/").at(-1) ?? "bin"}`, kept.body, loaded);
    }
  }
  const drafts = await draftsOfAddress(house, own.email);
  const given = await house.table.query(linkedTo(addressIdOf(house.config.linkSecret, own.email)));
  const data = {
    address: own.email,
    asOf: now,
    cases: cases.map((loaded) => caseData(loaded, own.email)),
    roles: own.parts.flatMap(({ as, loaded }) => (typeof as === "object" ? [roleData(loaded, as.role)] : [])),
    // What processes found out about them for others, and what of it their own cases count on.
    given: given.map((item) => {
      const { kind, what, on, from } = linkedItem.parse(item);
      return { kind, what, on, from: codeOf(from) };
    }),
    drafts: drafts.map(({ pk, callId, values, changedAt }) => ({ id: idOf(pk), callId, values, changedAt })),
    filesElsewhere: elsewhere,
  };
  const record = await recordFile(house, own, own.parts, ui, now);
  return { ...files, "data.json": written(data), "record.json": written(record) };
}

const written = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

function caseData(loaded: LoadedCase, email: string) {
  const { head, file, entry, mails, certificate, consents = [] } = loaded;
  const isMine = ({ by }: { readonly by: string }): boolean => by.toLowerCase() === email.toLowerCase();
  const isAll = isOver(loaded);
  return {
    code: codeOf(head.pk),
    call: file.callId,
    process: head.process,
    sentAt: head.submittedAt,
    state: entry?.state,
    endedAt: entry?.endedAt,
    application: file.application,
    answers: file.answers
      .filter((answer) => isAll || isMine(answer))
      .map((answer) => ({ ...answer, by: isMine(answer) ? answer.by : undefined })),
    words: file.interruptions.map((word) => ({ ...word, by: isMine(word) ? word.by : undefined })),
    diary: file.diary,
    found: isAll ? file.records : [],
    place: isAll ? file.entry?.decision : undefined,
    links: file.links?.map(({ kind, what, on, from }) => ({ kind, what, on, from: codeOf(from) })),
    taken: file.taken,
    corrections: head.corrections,
    amendments: head.amendments,
    consents: consents.map(({ kind, name, agrees }) => ({ kind, name, agrees })),
    certificate: certificate && {
      number: certificate.number,
      issuedAt: certificate.issuedAt,
      says: certificate.says,
    },
    questions: ownQuestions(loaded).map(({ text, at, answer }) => ({ text, at, answer: answer?.text })),
    mails: mails
      .filter(({ to }) => to.email.toLowerCase() === email.toLowerCase())
      .map(({ template, queuedAt, sentAt }) => ({ template, queuedAt, sentAt })),
  };
}

/** What they said in a case of somebody else. */
const roleData = ({ head, tasks }: LoadedCase, role: string) => ({
  code: codeOf(head.pk),
  process: head.process,
  role,
  answers: tasks
    .filter((task) => task.role === role && task.values !== undefined)
    .map(({ state, form, outcome, values, closedAt }) => ({ state, form, outcome, values, at: closedAt })),
});
