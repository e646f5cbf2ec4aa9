import { SESClient } from "@aws-sdk/client-ses";
import { describe, expect, it } from "vitest";
import { sesMailer } from "../../../functions/adapters/ses-mailer.ts";
import { localClient } from "../../../infra/local/local-client.ts";

const message = { to: "ona@mokykla.example", subject: "s", html: "<p>t</p>", text: "t", id: "1" };

/** SES as it answers: with a status and, where it refuses, the name of what it says. */
const answering = (statusCode: number, code: string) =>
  sesMailer(
    new SESClient({
      ...localClient,
      requestHandler: {
        handle: async () => ({
          response: {
            statusCode,
            headers: { "content-type": "text/xml" },
            body: Buffer.from(
              `<ErrorResponse><Error><Type>${statusCode < 500 ? "Sender" : "Receiver"}</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
            ),
          },
        }),
      },
    }),
    { from: "kelias@kelias.example" },
  );

describe("a mail with half a character in it", () => {
  it("goes out with a sign for it, rather than never", async () => {
    const bodies: string[] = [];
    const listening = new SESClient({
      ...localClient,
      requestHandler: {
        handle: async ({ body }: { readonly body: string }) => {
          const data = new URLSearchParams(body).get("RawMessage.Data") ?? "";
          bodies.push(Buffer.from(data, "base64").toString("utf8"));
          return { response: { statusCode: 500, headers: {}, body: Buffer.from("") } };
        },
      },
    });
    await sesMailer(listening, { from: "kelias@kelias.example" }).send({ ...message, text: "Ona \ud800" });
    expect(bodies.at(-1)).toMatch(/Ona (?:=EF=BF=BD|\ufffd)/);
  });
});

describe("what SES answers to a mail", () => {
  it("is waited for, where its pace is reached", async () => {
    expect(await answering(400, "Throttling").send(message)).toEqual({ outcome: "later" });
  });

  it("is a refusal, where it does not take the mail", async () => {
    await expect(answering(400, "MessageRejected").send(message)).rejects.toMatchObject({
      name: "MessageRejected",
    });
  });

  it("leaves open whether the mail has gone, where SES fails", async () => {
    expect(await answering(500, "InternalFailure").send(message)).toEqual({ outcome: "unsure" });
  });

  it("leaves it open, where the line breaks", async () => {
    const broken = new SESClient({
      ...localClient,
      requestHandler: { handle: () => Promise.reject(new Error("socket hang up")) },
    });
    expect(await sesMailer(broken, { from: "kelias@kelias.example" }).send(message)).toEqual({
      outcome: "unsure",
    });
  });
});
