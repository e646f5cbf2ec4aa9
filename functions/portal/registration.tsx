import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { certificatePath } from "../certificates/number.ts";
import { issuerOf } from "../documents/issuer.ts";
import { qrSquares } from "../documents/qr.ts";
import { leavingPath, opensRegistration } from "../links.ts";
import { caseWords } from "../reading/case-words.ts";
import type { Messages } from "../reading/messages.ts";
import { type AskedNow, askedNow, hasSaid } from "../seats/asked-afterwards.ts";
import { certificateOfSeat } from "../seats/certify.ts";
import { wasSeen } from "../seats/check-in.ts";
import { type Opened, openedSeats } from "../seats/opened.ts";
import { maySay, type SeatWord, saySeatWord, seatWords } from "../seats/own-words.ts";
import { registrationOf } from "../seats/settle.ts";
import { visitorPrefix } from "../store/keys.ts";
import type { Registration } from "../store/seat-items.ts";
import type { Visitor } from "../store/visitor-item.ts";
import { visitorOf } from "../visitors/visitor.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { Meetings, SeatFacts } from "./seats.tsx";

export interface Own {
  readonly opened: Opened;
  readonly id: string;
  readonly registration: Registration;
}

/** The registration behind a link that its address alone was mailed. */
export async function ownRegistration(visit: Visit): Promise<Own | undefined> {
  const { house, at } = visit;
  const opened = await openedSeats(house, at("seats"));
  const id = at("id");
  if (!opened || !opensRegistration(at("secret"), house.config.linkSecret, opened.count.pk, id))
    return undefined;
  const registration = await registrationOf(house, opened.count.pk, id);
  return registration && registration.number > 0 ? { opened, id, registration } : undefined;
}

/** How one's registration stands, the code to show at the door, and what one may say. */
export const showRegistration: Work = async (visit) => {
  const own = await ownRegistration(visit);
  if (!own) return refusalPage(visit.request, notFound);
  const { opened, id, registration } = own;
  const view = await viewOf(visit.request, registration.language);
  const { ui } = view;
  const now = visit.house.clock.now();
  const may = seatWords.filter((word) => maySay(word, { count: opened.count, registration, now }));
  const title = opened.seats.title(opened.loaded.file);
  const visitor = registration.wantsToHear && (await visitorOf(visit.house, registration.email));
  const certificate = await certificateOfSeat(visit.house, registration);
  const words = await caseWords(opened.loaded, view.language);
  const questions = await unanswered(visit.house, own);
  return page(view, {
    title,
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("registration.title")}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SeatFacts view={view} opened={opened} />
        {opened.count.isCalledOff ? (
          <p class="govuk-body govuk-!-font-weight-bold">{ui.say("seats.calledOff")}</p>
        ) : (
          <Stand view={view} registration={registration} />
        )}
        <Meetings view={view} opened={opened} met={registration.met} />
        {isAwaited(opened, registration, now) ? (
          <Code view={view} id={id} number={registration.number} />
        ) : null}
        <Questions visit={visit} view={view} asked={questions} words={words} />
        {may.map((word) => (
          <Word key={word} visit={visit} view={view} word={word} />
        ))}
        {certificate ? <OwnCertificate visit={visit} view={view} number={certificate.number} /> : null}
        {visitor ? <Hearing view={view} visitor={visitor} secret={visit.house.config.linkSecret} /> : null}
      </>
    ),
  });
};

/** What one may say of the own registration; to give it up is asked once more, on a page of its own. */
function Word({ visit: { at }, view: { ui }, word }: { visit: Visit; view: View; word: SeatWord }) {
  const place = [at("seats"), at("id"), at("secret")] as const;
  const label = ui.say(`registration.${word}`);
  if (word === "cancel")
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.registrationCancelling(...place)}>
          {label}
        </a>
      </p>
    );
  return (
    <PostForm action={paths.registration(...place)}>
      <input type="hidden" name="word" value={word} />
      <SubmitButton label={label} />
    </PostForm>
  );
}

/** The certificate as a file, and what everybody can ask of it. */
function OwnCertificate({ visit: { at }, view, number }: { visit: Visit; view: View; number: string }) {
  const { ui, language } = view;
  const file = paths.registrationCertificate(at("seats"), at("id"), at("secret"));
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href={`${file}?lang=${language}`} download>
          {ui.say("registration.certificate")} (PDF)
        </a>
      </li>
      <li>
        <a class="govuk-link" href={certificatePath(number)}>
          {ui.say("registration.certificate.check")}
        </a>
      </li>
    </ul>
  );
}

const pdfFile = (bytes: Uint8Array, number: string): Answer => ({
  statusCode: 200,
  headers: {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="certificate-${number}.pdf"`,
  },
  body: Buffer.from(bytes).toString("base64"),
  isBase64Encoded: true,
});

/** The certificate of whoever was there. */
export const showSeatCertificate: Work = async (visit) => {
  const own = await ownRegistration(visit);
  const item = own && (await certificateOfSeat(visit.house, own.registration));
  if (!own || !item) return refusalPage(visit.request, notFound);
  const { certificatePdf } = await import("../documents/certificate.ts");
  const { language } = await viewOf(visit.request, own.registration.language);
  const { portalUrl } = visit.house.config;
  const { process, file } = own.opened.loaded;
  const issuer = issuerOf(file.call);
  return pdfFile(await certificatePdf(item, process, language, { portalUrl, issuer }), item.number);
};

/** May they still come in? Where there are several meetings, to each of them. */
const isAwaited = ({ count }: Opened, registration: Registration, now: string): boolean =>
  registration.stand === "registered" && !wasSeen(registration, count, now) && count.closedAt === undefined;

/** What is asked of them now, and what they have not said yet. */
async function unanswered(
  house: Visit["house"],
  { opened, registration }: Own,
): Promise<readonly AskedNow[]> {
  const asked = askedNow(house, opened, registration);
  const said = await Promise.all(asked.map(({ name }) => hasSaid(house, registration, name)));
  return asked.filter((_, index) => !said[index]);
}

interface Questioned {
  readonly visit: Visit;
  readonly view: View;
  readonly asked: readonly AskedNow[];
  readonly words: Messages;
}

function Questions({ visit: { at }, view: { ui, language }, asked, words }: Questioned) {
  return asked.map(({ name, form, until }) => (
    <p class="govuk-body" key={name}>
      <a
        class="govuk-link govuk-!-font-weight-bold"
        href={paths.registrationAsked(at("seats"), at("id"), at("secret"), name)}
      >
        {words.say(`${form.id}.title`)}
      </a>
      <br />
      {ui.say("afterwards.until", { time: printTime(until, language) })}
    </p>
  ));
}

/** That they are told of calls, until they leave. */
function Hearing({ view: { ui }, visitor, secret }: { view: View; visitor: Visitor; secret: string }) {
  return (
    <p class="govuk-body">
      {ui.say("registration.hears")}{" "}
      <a class="govuk-link" href={leavingPath(secret, visitor.sk.slice(visitorPrefix.length))}>
        {ui.say("registration.leave")}
      </a>
    </p>
  );
}

function Stand({ view: { ui, language }, registration }: { view: View; registration: Registration }) {
  const { stand, offeredUntil, checkedInAt } = registration;
  const says = checkedInAt === undefined ? stand : "inside";
  const time = offeredUntil ?? checkedInAt;
  return (
    <p class="govuk-body govuk-!-font-weight-bold">
      {ui.say(`registration.stands.${says}`, { time: time === undefined ? "–" : printTime(time, language) })}
    </p>
  );
}

/** The code names the registration and nothing else. */
function Code({ view: { ui }, id, number }: { view: View; id: string; number: number }) {
  const squares = qrSquares(id);
  const quiet = 4;
  const size = squares.length + 2 * quiet;
  const dark = squares
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")))
    .join("");
  return (
    <figure class="kelias-code">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={ui.say("registration.code")}
        shape-rendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path d={dark} />
      </svg>
      <figcaption class="govuk-body">
        {ui.say("registration.code.text")}
        <br />
        {ui.say("registration.number", { number })}
      </figcaption>
    </figure>
  );
}

/** Takes a word on one's own registration; what came of it stands on the page. */
export const takeSeatWord: Work = async (visit) => {
  const own = await ownRegistration(visit);
  if (!own) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const word = seatWords.find((known) => known === post.value.get("word")?.[0]);
  if (!word) return refusalPage(visit.request, { status: 400, why: "malformed" });
  const said = await saySeatWord(visit.house, own.opened.count.pk, own.id, word);
  if (said === "done") return redirect(visit.request.path);
  return drawSeatTooLate(await viewOf(visit.request, own.registration.language), visit.request.path);
};

/** What somebody wanted to say, and how the registration stands does not allow any more. */
export const drawSeatTooLate = (view: View, back: string): Promise<Answer> =>
  page(view, {
    title: view.ui.say("saying.late.title"),
    back,
    status: 409,
    body: (
      <>
        <h1 class="govuk-heading-l">{view.ui.say("saying.late.title")}</h1>
        <p class="govuk-body">{view.ui.say("registration.tooLate")}</p>
      </>
    ),
  });
