import { domainToASCII } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mimeOf } from "../../../functions/adapters/mime.ts";
import { messageFaults, readMessage } from "../mails/message-rules.ts";

const mail = {
  to: "zydrune@mokykla.example",
  subject: "Vietos pasiūlymas – atsakykite",
  html: "<!DOCTYPE html><html><body><p>Labas</p></body></html>",
  text: "Labas",
};
const from = "Kelias <kelias@kelias.example>";

describe("a mail as it travels", () => {
  it("says that no person wrote it, and that answers go to the coordinator", async () => {
    const replyTo = { name: "Šarūnė Žemaitienė", email: "sarune@agency.example" };
    const raw = await mimeOf({ ...mail, replyTo }, from);
    expect(await messageFaults(raw)).toEqual([]);
    const read = await readMessage(raw);
    expect(read).toMatchObject({
      subject: mail.subject,
      from: { name: "Kelias", address: "kelias@kelias.example" },
      to: [{ address: mail.to }],
      replyTo: [{ name: replyTo.name, address: replyTo.email }],
    });
    expect(read.headers).toContainEqual(
      expect.objectContaining({ originalKey: "Auto-Submitted", value: "auto-generated" }),
    );
    expect(read.headers).toContainEqual(
      expect.objectContaining({ originalKey: "X-Auto-Response-Suppress", value: "All" }),
    );
  });

  it("goes to a domain with Lithuanian letters by what it is called on the way", async () => {
    const raw = await mimeOf({ ...mail, to: "ona@žalgirio-mokykla.lt" }, from);
    expect(await messageFaults(raw)).toEqual([]);
    expect(Buffer.from(raw).toString("latin1")).toContain(
      `To: ona@${domainToASCII("žalgirio-mokykla.lt")}\r\n`,
    );
  });

  it("has no header that somebody wrote into a name or a title, and no line that is too long", async () => {
    const said = fc.oneof(
      fc.constantFrom(
        "Ona\r\nBcc: visi@mokykla.example",
        "Ona\n\nLabas",
        "Ona\u2028X-Other: 1",
        "=?UTF-8?Q?=0D=0ABcc:_visi@mokykla.example?=",
        'Ona" <ona@mokykla.example>, "',
        "Žemaitė-".repeat(40),
        "ilgas ".repeat(300),
        "\ud800 broken",
        "Щ".repeat(200),
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(said, said, async (subject, name) => {
        const text = `${"ilga eilutė be galo ".repeat(100)}${name}`;
        const html = `<!DOCTYPE html><html><body><p>${"x".repeat(3000)}ą</p></body></html>`;
        const replyTo = { name, email: "sarune@agency.example" };
        const raw = await mimeOf({ ...mail, subject: `Byla: ${subject}`, text, html, replyTo }, from);
        expect(await messageFaults(raw)).toEqual([]);
        const read = await readMessage(raw);
        expect(read.subject).not.toMatch(/[\r\n\u2028]/);
        expect(read.replyTo?.map(({ address }) => address)).toEqual(["sarune@agency.example"]);
        expect(read.bcc).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });
});
