import { randomUUID } from "node:crypto";
import { SESClient, type ServiceInputTypes } from "@aws-sdk/client-ses";
import type { Address, Attachment } from "postal-mime";
import type { LocalClock } from "./clock.ts";
import { localClient } from "./local-client.ts";
import type { KeptMail, MailFile } from "./mail-file.ts";

/** Stands in for SES: what is sent is read as a mail program reads it, dated by the product's clock, and kept. */
export function mailsInto(file: Pick<MailFile, "add">, clock: Pick<LocalClock, "millis">): SESClient {
  const client = new SESClient(localClient);
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        const messageId = randomUUID();
        file.add({ messageId, ...(await mailIn(input)), at: Math.floor(clock.millis() / 1000) });
        return { response: {}, output: { $metadata: {}, MessageId: messageId } };
      },
    { step: "initialize", name: "keepMail" },
  );
  return client;
}

async function mailIn(input: ServiceInputTypes): Promise<Omit<KeptMail, "messageId" | "at">> {
  const raw = "RawMessage" in input ? input.RawMessage?.Data : undefined;
  if (!raw) throw new Error("expected a mail as it travels");
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "base64" });
  const tag = "Tags" in input ? input.Tags?.[0]?.Value : undefined;
  return {
    from: mail.from ? written(mail.from) : "",
    replyTo: (mail.replyTo ?? []).map(written),
    destination: { to: (mail.to ?? []).flatMap(addressesOf), cc: [], bcc: [] },
    subject: mail.subject ?? "",
    body: {
      ...(mail.html === undefined ? {} : { html: mail.html.trimEnd() }),
      ...(mail.text === undefined ? {} : { text: mail.text.trimEnd() }),
    },
    attachments: mail.attachments.map(attached),
    ...(tag === undefined ? {} : { tag }),
  };
}

function attached({ content, mimeType, filename }: Attachment): KeptMail["attachments"][number] {
  const bytes = typeof content === "string" ? Buffer.from(content, "base64") : new Uint8Array(content);
  return {
    content: Buffer.from(bytes).toString("base64"),
    contentType: mimeType,
    ...(filename === null ? {} : { filename }),
    size: bytes.length,
  };
}

const addressesOf = ({ address, group }: Address): readonly string[] =>
  address === undefined ? group.flatMap(addressesOf) : [address];

const written = (one: Address): string =>
  one.name === "" ? addressesOf(one).join(", ") : `"${one.name}" <${addressesOf(one).join(", ")}>`;
