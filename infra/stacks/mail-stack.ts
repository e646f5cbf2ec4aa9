import { Stack, type StackProps } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import type { Environment } from "./environment.ts";
import { configurationSetNameOf } from "./names.ts";

/** The domain that mail is sent from, and how it is sent: encrypted on its way, with word of what came back. */
export class MailStack extends Stack {
  readonly identityArn: string;
  readonly configurationSetName: string;
  readonly configurationSetArn: string;
  readonly fromAddress: string;
  /** At most so many mails a second leave in the sweeper's batches; set below the account's `MaxSendRate`. */
  readonly mailPerSecond: number;

  constructor(scope: Construct, id: string, props: StackProps & { readonly environment: Environment }) {
    super(scope, id, props);
    const { environment } = props;
    this.fromAddress = `kelias@${environment.mailDomain}`;
    this.mailPerSecond = paceFrom(this.node.tryGetContext("mailPerSecond"));
    this.configurationSetName = configurationSetNameOf(environment);
    new ConfigurationSet(this, "ConfigurationSet", {
      configurationSetName: this.configurationSetName,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      sendingEnabled: true,
      // Kelias stops mail to an address itself, so that a coordinator can let it go again.
      disableSuppressionList: true,
    }).addEventDestination("Feedback", {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "Bus", "default")),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    new EmailIdentity(this, "Identity", {
      identity: Identity.domain(environment.mailDomain),
      mailFromDomain: `bounce.${environment.mailDomain}`,
    });
    this.identityArn = this.formatArn({
      service: "ses",
      resource: "identity",
      resourceName: environment.mailDomain,
    });
    this.configurationSetArn = this.formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: this.configurationSetName,
    });
  }
}

/** Throws when the context says a pace at which no mail would ever leave. */
function paceFrom(context: unknown): number {
  const pace = Number(context ?? 10);
  if (!(Number.isFinite(pace) && pace > 0)) {
    throw new Error(`context mailPerSecond: a number of mails above 0, not ${String(context)}`);
  }
  return pace;
}
