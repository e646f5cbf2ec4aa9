import { advice, blocks, type Finding, fine } from "./finding.ts";
import { isNamed, type Wire } from "./wire.ts";

export interface MailNeeds {
  readonly production: boolean;
  /** The domain that mail is sent from. */
  readonly mailDomain: string;
}

/** Two mails for each of a thousand applications on a deadline day (docs/operations.md). */
const mailsADay = 2000;

/** May the account send to anybody, as much as is needed, from this domain? */
export async function examineMail(wire: Wire, needs: MailNeeds): Promise<readonly Finding[]> {
  const { GetAccountCommand, SESv2Client } = await import("@aws-sdk/client-sesv2");
  const account = await new SESv2Client(wire).send(new GetAccountCommand({}));
  const { Max24HourSend = 0, MaxSendRate = 0, SentLast24Hours = 0 } = account.SendQuota ?? {};
  const quota = `${Max24HourSend} mails a day (${SentLast24Hours} used), ${MaxSendRate} a second`;
  return [
    ...(account.SendingEnabled === false || account.EnforcementStatus === "SHUTDOWN"
      ? [
          blocks(
            "mail",
            "SES has stopped this account's mail",
            "SES console, „Account dashboard“: answer AWS",
          ),
        ]
      : []),
    account.ProductionAccessEnabled ? fine("mail", "the account is out of the sandbox") : sandbox(needs),
    Max24HourSend < 0 || Max24HourSend >= mailsADay
      ? fine("mail", quota)
      : advice("mail", quota, `ask for ${mailsADay} a day or more: a deadline day needs them`),
    await identity(wire, needs),
  ];
}

const sandbox = ({ production }: MailNeeds): Finding =>
  (production ? blocks : advice)(
    "mail",
    "the account is in SES's sandbox: mail goes to verified addresses only",
    production
      ? "SES console, „Request production access“; it takes about a day"
      : "verify the addresses of those who try it: `aws sesv2 create-email-identity --email-identity ADDRESS`",
  );

async function identity(wire: Wire, { mailDomain }: MailNeeds): Promise<Finding> {
  const { GetEmailIdentityCommand, SESv2Client } = await import("@aws-sdk/client-sesv2");
  try {
    const { VerifiedForSendingStatus } = await new SESv2Client(wire).send(
      new GetEmailIdentityCommand({ EmailIdentity: mailDomain }),
    );
    return VerifiedForSendingStatus
      ? fine("mail", `${mailDomain} is verified`)
      : advice(
          "mail",
          `${mailDomain} is not verified yet: no mail leaves`,
          "put the DKIM records that SES shows into the domain",
        );
  } catch (error) {
    if (!isNamed(error, "NotFoundException")) throw error;
    return advice(
      "mail",
      `${mailDomain} is not an identity of SES yet`,
      "the deployment makes it; then put its DKIM records into the domain",
    );
  }
}
