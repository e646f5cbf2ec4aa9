import { SESClient } from "@aws-sdk/client-ses";
import type { Config } from "../config.ts";
import { impatient } from "./impatient.ts";
import type { Mailer } from "./mailer.ts";
import { sesMailer } from "./ses-mailer.ts";

/** The table tries again, and knows of each try; a client that did so by itself would send a mail twice that only seemed lost. */
const once = { ...impatient, maxAttempts: 1 } as const;

export const awsMailer = ({ mailFrom: from, mailConfigurationSet: configurationSet }: Config): Mailer =>
  sesMailer(new SESClient(once), { from, ...(configurationSet ? { configurationSet } : {}) });
