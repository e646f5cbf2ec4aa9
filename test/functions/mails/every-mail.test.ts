import { describe, expect, it } from "vitest";
import { mimeOf } from "../../../functions/adapters/mime.ts";
import { renderNotice } from "../../../functions/mails/notice-mail.ts";
import { renderDigest } from "../../../functions/mails/render.ts";
import { renderSignIn } from "../../../functions/mails/sign-in-mail.ts";
import lt from "../../../functions/mails/words/lt.json" with { type: "json" };
import { mailItem } from "../../../functions/store/mail-items.ts";
import { demoHouse } from "../demo-house.ts";
import { messageFaults } from "./message-rules.ts";

const { config } = demoHouse();
const at = "2027-01-10T08:00:00.000Z";
const names = mailItem.shape.notice.unwrap().shape.name.options;
const languages = ["lt", "en"] as const;
/** Whatever a word may name, said as badly as a person can. */
const badly = "Ona\r\nBcc: visi@mokykla.example =?UTF-8?Q?=0D=0A?= <b>\u202e";
const values = Object.fromEntries(
  [...JSON.stringify(lt).matchAll(/\{(\w+)/g)].map(([, name = ""]) => [name, badly]),
);

const faultsOf = async (mail: { readonly subject: string; readonly html: string; readonly text: string }) =>
  messageFaults(await mimeOf({ ...mail, to: "ona@mokykla.example" }, config.mailFrom));

describe.each(languages)("a mail of no case, in %s", (language) => {
  it("with a code to sign in keeps the rules of mail", async () => {
    expect(await faultsOf(await renderSignIn({ code: "123456", sentAt: at }, language))).toEqual([]);
  });

  it.each(names)("with the notice %s keeps the rules of mail, whatever is said in it", async (name) => {
    expect(await faultsOf(await renderNotice(config, { name, values }, language))).toEqual([]);
  });

  it.each(names)(
    "with the notice %s asks for an answer, or says that none is needed, and not both",
    async (name) => {
      const { text } = await renderNotice(config, { name, values }, language);
      const asks = /atsakykite į šį laišką|answer this mail/.test(text);
      expect(/atsakyti nereikia|no need to reply/.test(text)).toBe(!asks);
    },
  );

  it("of a call that opens leads to the call, and to where its reader says that they want no more of them", async () => {
    const ways = { way: "/calls/mokytojai", leave: "/leave/ona/secret" };
    const { text } = await renderNotice(config, { name: "callOpened", values }, language, ways);
    for (const way of Object.values(ways)) expect(text).toContain(`${config.portalUrl}${way}\n`);
  });

  it("of the morning keeps the rules of mail", async () => {
    const to = { name: badly, email: "ona@mokykla.example", language };
    const none = {
      inbox: { tasks: [], count: 0, overdue: 0, isMore: false },
      lines: [],
      stranded: { lines: [], isMore: false },
      hasConsole: true,
    };
    expect(await faultsOf(await renderDigest(config, to, none, at))).toEqual([]);
  });
});
