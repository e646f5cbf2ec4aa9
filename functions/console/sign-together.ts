import { paths } from "../addresses/paths.ts";
import { showPapersToSign as showList, takePapersToSign as takeList } from "../signing/papers-to-sign.tsx";
import { showTogether as show, takeTogether as take } from "../signing/sign-together.tsx";
import type { SigningVisit, SigningWork } from "../signing/signing-visit.ts";
import { idOf } from "../store/keys.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** One of the staff who signs what waits for them in the cases of their calls. */
export const asSigner = (visit: StaffVisit): SigningVisit => ({
  ...visit,
  signer: visit.member,
  places: {
    list: paths.papersToSign(),
    together: paths.signTogether(),
    from: { href: paths.console(), label: "console.inbox" },
    caseOf: (ref) => paths.consoleCase(idOf(ref)),
    documentOf: ({ pk }, name) => paths.documentOfCase(idOf(pk), name),
  },
});

const ofStaff = (work: SigningWork) => forStaff((visit) => work(asSigner(visit)));

export const showPapersToSign = ofStaff(showList);
export const takePapersToSign = ofStaff(takeList);
export const showTogether = ofStaff(show);
export const takeTogether = ofStaff(take);
