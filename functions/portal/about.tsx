import { paths } from "../addresses/paths.ts";
import { page } from "../web/page.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";

/** Paragraphs of a page that only tells something, by the keys of its words. */
const about = {
  contacts: ["about.contacts.calls", "about.contacts.technical", "about.contacts.address"],
  privacy: [
    "about.privacy.who",
    "about.privacy.what",
    "about.privacy.why",
    "about.privacy.seen",
    "about.privacy.kept",
    "about.privacy.rights",
    "about.privacy.cookies",
    "about.privacy.complaint",
  ],
  accessibility: [
    "about.accessibility.standard",
    "about.accessibility.tested",
    "about.accessibility.known",
    "about.accessibility.tell",
  ],
} as const;

type Subject = keyof typeof about;

const show =
  <S extends Subject>(subject: S): Work =>
  async ({ house, request }) => {
    const view = await viewOf(request);
    return page(view, {
      title: view.ui.say(`about.${subject}.title`),
      back: "/",
      body: <Told subject={subject} view={view} portal={house.config.portalUrl} />,
    });
  };

function Told({
  subject,
  view: { ui },
  portal,
}: {
  readonly subject: Subject;
  readonly view: View;
  readonly portal: string;
}) {
  return (
    <>
      <h1 class="govuk-heading-xl">{ui.say(`about.${subject}.title`)}</h1>
      <p class="govuk-body-l">{ui.say(`about.${subject}.lead`)}</p>
      {about[subject].map((part) => (
        <section key={part}>
          <h2 class="govuk-heading-m">{ui.say(`${part}.title`)}</h2>
          <p class="govuk-body">{ui.say(`${part}.text`, { portal })}</p>
        </section>
      ))}
      {subject === "privacy" ? (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.my()}>
            {ui.say("about.privacy.mine")}
          </a>
        </p>
      ) : null}
    </>
  );
}

export const showContacts = show("contacts");
export const showPrivacy = show("privacy");
export const showAccessibility = show("accessibility");
