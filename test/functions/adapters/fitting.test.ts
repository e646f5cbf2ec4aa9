import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitting, type Place, Unfit } from "../../../functions/adapters/fitting.ts";
import { s3Documents } from "../../../functions/adapters/s3-documents.ts";
import { sesMailer } from "../../../functions/adapters/ses-mailer.ts";
import { sfnEngine } from "../../../functions/adapters/sfn-engine.ts";
import type { Key } from "../../../functions/adapters/table.ts";
import { fileKey, fileName } from "../../../functions/exports/order.ts";
import { addressIdOf, browserIdOf, caseIdOf, staffIdOf } from "../../../functions/links.ts";
import { mailOfTag, tagOfMail } from "../../../functions/mails/tag.ts";
import * as keys from "../../../functions/store/keys.ts";
import { quarantineKey, readQuarantineKey } from "../../../functions/uploads/owner.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";

describe("what the services' references refuse", () => {
  it.each<readonly [Place, string, string]>([
    ["mailTag", "address#b2Q/1", "a letter that is not taken there"],
    ["mailTag", "a".repeat(257), "257 bytes; 256 are the most"],
    ["mailTag", "", "is empty"],
    ["sortKey", "stop \ud800", "a letter that is not taken there"],
    ["mailAddress", "žydrė@mokykla.example", "a letter that is not taken there"],
    ["mailAddress", "ona@mokykla.example\n", "a letter that is not taken there"],
    ["mailAddress", "ona@mokyklą.example", "a letter that is not taken there"],
    ["executionName", "case#1-1", "a letter that is not taken there"],
    ["executionName", "a".repeat(81), "81 bytes; 80 are the most"],
    ["statePayload", JSON.stringify("ž".repeat(131_072)), "262146 bytes; 262144 are the most"],
    ["objectKey", "uploads/žemėlapis.pdf", "a letter that is not taken there"],
    ["objectKey", "uploads/a~b", "a letter that is not taken there"],
    ["objectKey", "a".repeat(1025), "1025 bytes; 1024 are the most"],
    ["fileName", 'a"; filename="b.exe', "a letter that is not taken there"],
    ["redirect", "/t/case/1", "a letter that is not taken there"],
    ["partitionKey", "", "is empty"],
    ["sortKey", "ž".repeat(513), "1026 bytes; 1024 are the most"],
  ])("%s: %j", (place, value, why) => {
    expect(() => fitting(place, value)).toThrow(new Unfit(place, why));
  });
});

const processes = await everyProcess();
const words = processes.map(({ id, states, call }) => {
  const found = Object.entries(states);
  const mails = found.flatMap(([state, definition]) => [
    ...["task", "reminder", "overdue", "code", "extended"].map((kind) => `${state}.${kind}`),
    ...("tell" in definition ? definition.tell.map(({ template }) => template) : []),
    ...(definition.kind === "step" ? definition.tells : []),
  ]);
  const roles = found.flatMap(([, definition]) => {
    if (definition.kind === "ask" || definition.kind === "each") return [definition.role];
    if (definition.kind === "all") return Object.values(definition.parts).map(({ role }) => role);
    return [];
  });
  const parts = found.flatMap(([, definition]) =>
    definition.kind === "all" ? Object.keys(definition.parts) : [],
  );
  return {
    id,
    states: found.map(([state]) => state),
    templates: [...mails, ...(call?.tells ?? []), "received", "certificateRevoked"],
    roles: [...new Set([...roles, "applicant"])],
    parts,
  };
});

const from = (letters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });
const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const secret = "a secret of the links that is long enough";
const email = fc.emailAddress();
/** As a call's file may name it at the longest, and a group of such a call. */
const callId = fc
  .tuple(
    from(alphanumeric, 1, 1),
    from(`${alphanumeric}-`, 0, 59),
    fc.option(fc.integer({ min: 1, max: 99_999 })),
  )
  .map(([first, rest, group]) => (group === null ? first + rest : `${(first + rest).slice(0, 40)}-${group}`));
const caseId = fc.tuple(callId, email).map(([call, address]) => caseIdOf(secret, call, address));
const visit = fc.integer({ min: 1, max: 999_999 });
const round = fc.integer({ min: 0, max: 99 });
const person = email.map((address) => staffIdOf(secret, address));

const keyFits = (key: Key) => {
  fitting("partitionKey", key.pk);
  fitting("sortKey", key.sk);
};

describe.each(words)("every value that $id hands to a service", ({ states, templates, roles, parts }) => {
  const ref = fc.oneof(caseId.map(keys.refOfCase), callId.map(keys.refOfCall));
  const receiver = fc
    .tuple(fc.constantFrom(...roles), fc.option(fc.oneof(fc.constantFrom("r1", ...parts), person, caseId)))
    .map(([role, part]) => (part === null ? role : `${role}.${part}`));
  const state = fc.constantFrom(...states);

  it("fits: mails, by a tag from which their key is read back", () => {
    fc.assert(
      fc.property(ref, visit, fc.constantFrom(...templates), receiver, round, (pk, at, template, to, nth) => {
        const key = keys.mailKey(pk, at, template, to, nth);
        keyFits(key);
        expect(mailOfTag(fitting("mailTag", tagOfMail(key)))).toEqual(key);
      }),
    );
  });

  it("fits: executions, records, plans and tasks", () => {
    fc.assert(
      fc.property(ref, visit, state, round, fc.option(person), (pk, at, name, generation, part) => {
        fitting("executionName", `${keys.idOf(pk)}-${generation}`);
        keyFits(keys.recordKey(pk, at, name));
        keyFits(keys.planKey(pk, at, name, "12"));
        keyFits(keys.taskKey(pk, at, name, part ?? undefined));
      }),
    );
  });

  it("fits: documents and files, on their way in and for good", () => {
    fc.assert(
      fc.property(caseId, visit, state, from(alphanumeric, 1, 40), (id, at, name, field) => {
        const task = keys.taskKey(keys.refOfCase(id), at, name, "r1").sk.slice("task#".length);
        const key = fitting("objectKey", quarantineKey({ kind: "case", id, task }, field));
        expect(readQuarantineKey(key)).toMatchObject({ owner: { kind: "case", id, task }, field });
        fitting("objectKey", keys.documentKey(keys.refOfCase(id), "agreement-12"));
        fitting("objectKey", keys.documentKey(keys.refOfCall(id), `${name}-${at}`));
      }),
    );
  });
});

describe("every value that belongs to no process", () => {
  it("fits: sign-in codes and notices, by a tag", () => {
    fc.assert(
      fc.property(email, from(alphanumeric, 20, 64), (address, token) => {
        const id = addressIdOf(secret, address);
        const key = keys.signInKey(id, browserIdOf(secret, token));
        keyFits(key);
        fitting("mailTag", tagOfMail({ pk: key.pk, sk: `${key.sk}#12` }));
        fitting("mailTag", tagOfMail({ pk: key.pk, sk: "mail#signInTried#2027-01-10" }));
        fitting(
          "mailTag",
          tagOfMail({ pk: `staff#${staffIdOf(secret, address)}`, sk: "mail#2027-01-10#digest" }),
        );
      }),
    );
  });

  it("fits: files that are made on order, with the name under which they are saved", () => {
    fc.assert(
      fc.property(callId, from(alphanumeric, 8, 40), round, (call, id, making) => {
        const ordered = { callId: call, kind: "payments", format: "csv", said: "2", language: "lt" } as const;
        fitting("objectKey", fileKey({ ordered, making }, id));
        fitting("fileName", fileName(ordered));
      }),
    );
  });
});

describe("an adapter", () => {
  const nobody = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  const requestHandler = {
    handle: () => Promise.reject(new Error("the service was asked for what it would refuse")),
  };
  const client = { ...nobody, requestHandler, maxAttempts: 1 };
  const mail = { to: "ona@example.org", subject: "Kodas", html: "", text: "", id: "ab_-9" };

  it("says what does not fit instead of asking the service: not mailed, not started, not kept", async () => {
    const mailer = sesMailer(new SESClient(client), { from: "kelias@kelias.example" });
    await expect(mailer.send({ ...mail, id: "address#b2Q/1" })).rejects.toBeInstanceOf(Unfit);
    await expect(mailer.send({ ...mail, to: "žydrė@example.org" })).rejects.toBeInstanceOf(Unfit);
    const engine = sfnEngine(new SFNClient(client), (process) => process);
    await expect(engine.start("foreign-internship", "case#1", {})).rejects.toBeInstanceOf(Unfit);
    await expect(engine.succeed("token", { said: "a".repeat(300_000) })).rejects.toBeInstanceOf(Unfit);
    const documents = s3Documents(new S3Client(client), "kelias");
    await expect(documents.keep("cases/ž.json", "{}", "application/json")).rejects.toBeInstanceOf(Unfit);
  });
});
