import { paths } from "../addresses/paths.ts";
import { taskPath } from "../links.ts";
import { signedIn } from "../sign-in/session.ts";
import { showPapersToSign as showList, takePapersToSign as takeList } from "../signing/papers-to-sign.tsx";
import { showTogether as show, takeTogether as take } from "../signing/sign-together.tsx";
import type { SigningWork } from "../signing/signing-visit.ts";
import { redirect } from "../web/answers.ts";
import { viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";

/** Somebody who signs what waits for them in their own cases and in those of others, such as a head of a school with many teachers. */
const ofGuest =
  (work: SigningWork): Work =>
  async (visit) => {
    const { house, request } = visit;
    const email = await signedIn(house, request.cookies);
    if (email === undefined) return redirect(paths.signIn());
    const view = await viewOf(request);
    const { linkSecret } = house.config;
    return work({
      ...visit,
      view,
      // By name each paper knows whoever it asks; they are known here by their address alone.
      signer: { name: email, email, language: view.language, isGuest: true },
      places: {
        list: paths.papersOfMine(),
        together: paths.signMineTogether(),
        from: { href: paths.my(), label: "my.title" },
        caseOf: () => undefined,
        documentOf: (task, name) => `${taskPath(linkSecret, task, email)}/documents/${name}`,
      },
    });
  };

export const showPapersToSign = ofGuest(showList);
export const takePapersToSign = ofGuest(takeList);
export const showTogether = ofGuest(show);
export const takeTogether = ofGuest(take);
