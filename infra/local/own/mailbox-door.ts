import type { OwnPages } from "../gateway.ts";
import { type Answer, plainPage } from "../gateway-answer.ts";
import type { KeptMail, MailFile } from "../mail-file.ts";
import { isFromHere, notAllowed, notFromHere } from "./guard.ts";
import type { Look } from "./mailbox-page.tsx";
import { drawOwn, ownView } from "./page.ts";
import { mailAt, mailboxPath } from "./paths.ts";

/** Shows the mails that the product has sent here. */
export function mailboxDoor(mails: () => Pick<MailFile, "all">): OwnPages {
  return async (asked, path) => {
    const at = mailAt(path);
    if (path !== mailboxPath() && !at) return undefined;
    if (!isFromHere(asked)) return notFromHere;
    if (asked.method !== "GET" && asked.method !== "HEAD") return notAllowed;
    const mail =
      at &&
      mails()
        .all()
        .find(({ messageId }) => messageId === at.id);
    if (at && !mail) return noSuchMail;
    if (mail && at?.part === "body") return bodyOf(mail);
    if (mail && typeof at?.part === "number") return fileOf(mail, at.part);
    const [view, { ownWords }, pages] = await Promise.all([
      ownView(asked, path),
      import("./words.ts"),
      import("./mailbox-page.tsx"),
    ]);
    const words = ownWords(view.language);
    const { query } = view.request;
    if (mail) {
      const look: Look = pages.looks.find((one) => one === query.get("as")) ?? "desk";
      return drawOwn(view, {
        title: mail.subject,
        back: mailboxPath(mail.destination.to[0]),
        wide: look === "desk",
        body: pages.MailPage({ words, mail, look }),
      });
    }
    const to = query.get("to") || undefined;
    const all = mails().all();
    return drawOwn(view, {
      title: to === undefined ? words.say("mailbox.title") : words.say("mailbox.titleOf", { to }),
      wide: true,
      body: pages.MailboxPage({
        words,
        to,
        mails:
          to === undefined
            ? all
            : all.filter(({ destination }) => destination.to.some((one) => isSame(one, to))),
        page: Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1),
        addresses: [...new Set(all.flatMap(({ destination }) => destination.to))].toSorted(),
      }),
    });
  };
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const noSuchMail = plainPage(404, "Tokio laiško nėra.", "There is no such mail.");

/** The page that somebody wrote into a mail may fetch and run nothing; its links open in a window of their own. */
const bodyOf = ({ body }: KeptMail): Answer => ({
  status: 200,
  headers: [
    ["content-type", "text/html; charset=utf-8"],
    ["cache-control", "no-store"],
    [
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'",
    ],
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "no-referrer"],
  ],
  body: `<base target="_blank">${body.html ?? ""}`,
});

function fileOf({ attachments }: KeptMail, index: number): Answer {
  const file = attachments[index];
  if (!file) return noSuchMail;
  return {
    status: 200,
    headers: [
      ["content-type", file.contentType],
      ["content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.filename ?? "file")}`],
      ["x-content-type-options", "nosniff"],
      ["cache-control", "no-store"],
    ],
    body: Buffer.from(file.content, "base64"),
  };
}
