import { api } from "./words/api.en.ts";
import { applying } from "./words/applying.en.ts";
import { callMaking } from "./words/call-making.en.ts";
import { onCase } from "./words/cases.en.ts";
import { certificates } from "./words/certificates.en.ts";
import { ofConsole } from "./words/console.en.ts";
import { facts } from "./words/facts.en.ts";
import { files } from "./words/files.en.ts";
import { findings } from "./words/findings.en.ts";
import { forms } from "./words/forms.en.ts";
import { groups } from "./words/groups.en.ts";
import { inbox } from "./words/inbox.en.ts";
import { mailStops } from "./words/mail-stops.en.ts";
import { money } from "./words/money.en.ts";
import { numbers } from "./words/numbers.en.ts";
import { open } from "./words/public.en.ts";
import { selection } from "./words/selection.en.ts";
import { signIn } from "./words/sign-in.en.ts";
import { tasks } from "./words/tasks.en.ts";
import type { lt } from "./words.lt.ts";

/** The interface's own words in English; the Lithuanian ones come first and say which there are. ICU messages. */
export const en: Readonly<Record<keyof typeof lt, string>> = {
  ...callMaking,
  ...onCase,
  ...forms,
  ...applying,
  ...signIn,
  ...tasks,
  ...mailStops,
  ...inbox,
  ...selection,
  ...money,
  ...groups,
  ...numbers,
  ...files,
  ...findings,
  ...api,
  ...certificates,
  ...open,
  ...ofConsole,
  ...facts,
  name: "Kelias",
  tagline: "Programme for teachers' professional development",
  "title.error": "Error: {title}",
  "title.page": "{title} – Kelias",
  skip: "Skip to the content",
  back: "Back",
  "nav.label": "Menu and language",
  "language.lt": "Lietuvių",
  "language.en": "English",
  footer: "Kelias – a programme for teachers’ professional development, from the call to the certificate.",
  "footer.home": "Calls for applications",
  yes: "Yes",
  no: "No",
  none: "Not given",
  confirmed: "Confirmed",
  optional: "{label} (optional)",
};
