import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { KeptMail } from "../mail-file.ts";
import { bodyPath, filePath, mailboxPath, mailPath, peoplePath } from "./paths.ts";
import type { OwnWords } from "./words.ts";

/** So many mails stand on a page. */
const onPage = 40;

/** How a mail is looked at: as wide as the page, as narrow as a phone, or without its HTML. */
export const looks = ["desk", "phone", "text"] as const;
export type Look = (typeof looks)[number];

interface Listed {
  readonly words: OwnWords;
  /** Oldest first. */
  readonly mails: readonly KeptMail[];
  /** Whose mails are shown; everybody's where nobody is named. */
  readonly to: string | undefined;
  /** The first is 1. */
  readonly page: number;
  readonly addresses: readonly string[];
}

/** The mails that came to somebody, or to everybody, the newest first. */
export function MailboxPage({ words, mails, to, page, addresses }: Listed) {
  const newest = mails.toReversed().slice((page - 1) * onPage, page * onPage);
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={peoplePath}>
          {words.say("mailbox.back")}
        </a>
      </p>
      <h1 class="govuk-heading-l">
        {to === undefined ? words.say("mailbox.title") : words.say("mailbox.titleOf", { to })}
      </h1>
      <p class="govuk-body">{words.say("mailbox.lead")}</p>
      <form method="get" action={mailboxPath()} class="kelias-choose">
        <label class="govuk-label" for="to">
          {words.say("mailbox.to")}
        </label>
        <select class="govuk-select" id="to" name="to">
          <option value="">{words.say("mailbox.everybody")}</option>
          {addresses.map((address) => (
            <option key={address} value={address} selected={address === to}>
              {address}
            </option>
          ))}
        </select>
        <button type="submit" class="govuk-button govuk-button--secondary">
          {words.say("mailbox.show")}
        </button>
      </form>
      {newest.length === 0 ? (
        <p class="govuk-body">{words.say("mailbox.none")}</p>
      ) : (
        <ol class="kelias-mails" aria-label={words.say("mailbox.list")}>
          {newest.map((mail) => (
            <li key={mail.messageId} class="kelias-mails__mail">
              <a class="govuk-link kelias-mails__subject" href={mailPath(mail.messageId)}>
                {mail.subject}
              </a>
              <span class="kelias-mails__to">{mail.destination.to.join(", ")}</span>
              <span class="kelias-mails__at">{sentAt(mail, words)}</span>
            </li>
          ))}
        </ol>
      )}
      <MailboxPages words={words} to={to} page={page} isLast={mails.length <= page * onPage} />
    </>
  );
}

type PagesProps = Pick<Listed, "words" | "to" | "page"> & { readonly isLast: boolean };

function MailboxPages({ words, to, page, isLast }: PagesProps) {
  if (page === 1 && isLast) return null;
  const at = (number: number) => `${mailboxPath(to ?? "")}&page=${number}`;
  return (
    <nav class="govuk-pagination" aria-label={words.say("mailbox.pages")}>
      {page === 1 ? null : (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={at(page - 1)} rel="prev">
            {words.say("mailbox.newer")}
          </a>
        </div>
      )}
      {isLast ? null : (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={at(page + 1)} rel="next">
            {words.say("mailbox.older")}
          </a>
        </div>
      )}
    </nav>
  );
}

interface Shown {
  readonly words: OwnWords;
  readonly mail: KeptMail;
  readonly look: Look;
}

/** One mail, as whoever it came to sees it. */
export function MailPage({ words, mail, look }: Shown) {
  const { subject, from, destination, attachments, body, messageId } = mail;
  return (
    <>
      <h1 class="govuk-heading-m">{subject}</h1>
      <dl class="govuk-summary-list govuk-summary-list--no-border kelias-mail__head">
        <Row label={words.say("mail.from")} value={from} />
        <Row label={words.say("mail.to")} value={destination.to.join(", ")} />
        <Row label={words.say("mail.at")} value={sentAt(mail, words)} />
      </dl>
      <nav aria-label={words.say("mail.as")}>
        <ul class="kelias-chips">
          {looks.map((one) => (
            <li key={one}>
              <a
                class="kelias-chip"
                href={mailPath(messageId, one)}
                {...(one === look ? { "aria-current": "page" as const } : {})}
              >
                {words.say(`mail.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {look === "text" || body.html === undefined ? (
        <pre class="kelias-mail__text">{body.text}</pre>
      ) : (
        <iframe
          class={`kelias-mail__frame kelias-mail__frame--${look}`}
          title={words.say("mail.frame", { subject })}
          src={bodyPath(messageId)}
        />
      )}
      {attachments.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-s">{words.say("mail.files")}</h2>
          <ul class="govuk-list">
            {attachments.map(({ filename }, index) => (
              <li key={filePath(messageId, index)}>
                <a class="govuk-link" href={filePath(messageId, index)}>
                  {filename ?? `${words.say("mail.file")} ${index + 1}`}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {destination.to.map((to) => (
        <p key={to} class="govuk-body">
          <a class="govuk-link" href={mailboxPath(to)}>
            {words.say("mail.all")}
          </a>
        </p>
      ))}
    </>
  );
}

const Row = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{label}</dt>
    <dd class="govuk-summary-list__value">{value}</dd>
  </div>
);

const sentAt = ({ at }: KeptMail, words: OwnWords): string =>
  printTime(new Date(at * 1000).toISOString(), words.language);
