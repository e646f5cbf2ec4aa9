import type { mailStops as lt } from "./mail-stops.lt.ts";

/** Mail that came back, in English. ICU messages. */
export const mailStops: Readonly<Record<keyof typeof lt, string>> = {
  "stranded.title": "Mail that did not arrive",
  "stranded.more": "These are the oldest; others will appear once these are mended.",
  "stranded.who": "To whom",
  "stranded.since": "Since",
  "stranded.about": "Case",
  "stranded.email": "Address",
  "stranded.why": "What happened",
  "stranded.count": "Mails held",
  "stranded.kind.bounced": "There is no such address, or it takes no mail",
  "stranded.kind.delayed": "Three mails in a fortnight did not arrive",
  "stranded.kind.complained": "The receiver marked a mail as unwanted",
  "stranded.kind.rejected": "The mail service did not take the mail",
  "stranded.text":
    "No mail goes to this address any more. None is lost: they wait until you put the address right or say that it works again.",
  "stranded.ofStaff":
    "This is the address of one of the call’s own staff, which is not put right in a case: whoever runs the installation mends it in the call.",
  "stranded.over": "Mail goes to this address again.",
  "stranded.noPerson": "Nothing is held for now.",
  "stranded.refused":
    "Somebody else changed an address of this case at the same time. Look again and try once more.",
  "correctAddress.title": "Put the address right in this case",
  "correctAddress.submit": "Put right and send what was held",
  "correctAddress.email.label": "The right e-mail address",
  "correctAddress.name.label": "Name, if it is somebody else",
  "correctAddress.source.label": "How do you know that it is right?",
  "releaseAddress.title": "The address is right and works again",
  "releaseAddress.submit": "Send to this address again",
  "releaseAddress.reason.label": "How do you know that it works?",
};
