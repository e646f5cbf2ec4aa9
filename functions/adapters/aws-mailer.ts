import { SESClient } from "@aws-sdk/client-ses";
import type { Config } from "../config.ts";
import { impatient } from "./impatient.ts";
import type { Mailer } from "./mailer.ts";
import { sesMailer } from "./ses-mailer.ts";

export const awsMailer = ({ mailFrom: from, mailConfigurationSet: configurationSet }: Config): Mailer =>
  sesMailer(new SESClient(impatient), { from, ...(configurationSet ? { configurationSet } : {}) });
