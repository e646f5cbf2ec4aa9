import { api } from "./words/api.lt.ts";
import { applying } from "./words/applying.lt.ts";
import { callMaking } from "./words/call-making.lt.ts";
import { onCase } from "./words/cases.lt.ts";
import { certificates } from "./words/certificates.lt.ts";
import { ofConsole } from "./words/console.lt.ts";
import { facts } from "./words/facts.lt.ts";
import { files } from "./words/files.lt.ts";
import { findings } from "./words/findings.lt.ts";
import { forms } from "./words/forms.lt.ts";
import { groups } from "./words/groups.lt.ts";
import { inbox } from "./words/inbox.lt.ts";
import { mailStops } from "./words/mail-stops.lt.ts";
import { money } from "./words/money.lt.ts";
import { numbers } from "./words/numbers.lt.ts";
import { open } from "./words/public.lt.ts";
import { selection } from "./words/selection.lt.ts";
import { signIn } from "./words/sign-in.lt.ts";
import { tasks } from "./words/tasks.lt.ts";

/** The interface's own words in Lithuanian; those of a process lie beside the process. ICU messages. */
export const lt = {
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
  tagline: "Mokytojų profesinio tobulėjimo programa",
  "title.error": "Klaida: {title}",
  "title.page": "{title} – Kelias",
  skip: "Pereiti prie turinio",
  back: "Atgal",
  "nav.label": "Meniu ir kalba",
  "language.lt": "Lietuvių",
  "language.en": "English",
  footer: "„Kelias“ – mokytojų profesinio tobulėjimo programa: nuo kvietimo teikti paraiškas iki pažymėjimo.",
  "footer.home": "Kvietimai teikti paraiškas",
  yes: "Taip",
  no: "Ne",
  none: "Nenurodyta",
  confirmed: "Patvirtinta",
  optional: "{label} (neprivaloma)",
} as const;
