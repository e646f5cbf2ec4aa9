import { join } from "node:path";
import { liveClock } from "./clock.ts";
import { openControl } from "./control.ts";
import { makeFolder } from "./data-folder.ts";
import { demoStaff } from "./demo.ts";
import { downloadDoor } from "./download-door.ts";
import { beginMaking, type Making } from "./example/making.ts";
import { roomForExample } from "./example/unfinished.ts";
import { ask, type OwnPages, openGateway } from "./gateway.ts";
import type { Answer } from "./gateway-answer.ts";
import type { Asked } from "./gateway-event.ts";
import { type LocalHouse, openHouse } from "./house.ts";
import { showsLines } from "./lines-keeper.ts";
import { type Inbox, openInbox } from "./mail.ts";
import { beginMailFile } from "./mail-file.ts";
import { mailboxDoor } from "./own/mailbox-door.ts";
import { peoplePath } from "./own/paths.ts";
import { peopleDoor } from "./own/people-door.ts";
import { isAskedLocally, otherName } from "./own-page.ts";
import { openRuntime } from "./runtime.ts";
import { providerIn, readSettings } from "./settings.ts";
import { stopOnSignal } from "./stop.ts";
import { timeControl, timePath } from "./time-control.ts";
import { troubleLog } from "./trouble-log.ts";
import { uploadDoor } from "./upload-door.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What has been opened so far: where the next cannot be, it is closed again. */
type Opened = (() => Promise<void>)[];

/** Runs the whole product on this machine until a signal stops it. Throws a `StartFault`, and leaves nothing open, where it cannot. */
export async function startProduct(environment: Environment, words: readonly string[]): Promise<void> {
  const opened: Opened = [];
  try {
    await start(environment, words, opened);
  } catch (error) {
    for (const close of opened.toReversed()) await close();
    throw error;
  }
}

async function start(environment: Environment, words: readonly string[], opened: Opened): Promise<void> {
  const settings = readSettings(environment, words);
  const { dataFolder } = settings;
  const room = roomForExample(dataFolder);
  makeFolder(dataFolder);
  const clock = liveClock(join(dataFolder, "clock.json"));
  const ready = Promise.withResolvers<(asked: Asked) => Promise<Answer>>();
  let making: Making | undefined;
  const gateway = await openGateway({
    port: settings.port,
    clock,
    answer: async (asked) => making?.answer(asked) ?? (await ready.promise)(asked),
  });
  opened.push(gateway.close);
  const portalUrl = `http://localhost:${gateway.port}`;
  const inbox = await openInbox({
    port: settings.inboxPort,
    file: join(dataFolder, "mail.jsonl"),
    clock,
    portalUrl,
  });
  opened.push(inbox.close);
  const provider = providerIn(environment);
  if (!settings.isEmpty && room !== "taken") {
    making = beginMaking({
      portalUrl,
      room,
      isOpen: Object.values(provider).every((value) => value === undefined),
    });
    await making.make(dataFolder, clock.now());
    making = undefined;
  }
  const local = await openHouse({
    dataFolder,
    clock,
    portalUrl,
    mail: inbox.client,
    log: troubleLog,
    timeControl: timePath,
    provider,
  });
  const runtime = openRuntime(local, { digestFile: join(dataFolder, "digests.json") });
  const time = timeControl(runtime, clock, async (cookies) => {
    const { staffOf } = await import("../../functions/cases/people/staff.ts");
    return (await staffOf(local.house, cookies)) !== undefined;
  });
  const door = uploadDoor(local);
  const hands = downloadDoor(local.documents);
  const people = local.house.config.oidc ? none : peopleDoor(local.house, inbox.mails);
  const mailbox = mailboxDoor(inbox.mails);
  const own: OwnPages = async (asked, path) =>
    (await time(asked, path)) ??
    (await people(asked, path)) ??
    (await mailbox(asked, path)) ??
    (await hands(asked, path)) ??
    door(asked, path);
  ready.resolve(async (asked) => {
    if (!isAskedLocally({ host: asked.headers.host?.[0] })) return otherName;
    if (showsLines(asked) && !runtime.isAdvancing()) await runtime.keepLines();
    return ask(local.functions, asked, own);
  });
  const control = await openControl(join(dataFolder, "control.json"), async (asked, speak) => {
    const { doAsked } = await import("../command/asked.ts");
    const { installationOf } = await import("../command/running-installation.ts");
    return doAsked(installationOf(local, dataFolder), asked, {
      say: (say) => speak({ say }),
      tell: (tell) => speak({ tell }),
    });
  });
  stopOnSignal(async () => {
    await control.close();
    await gateway.close();
    await runtime.close();
    await inbox.close();
    await local.close();
  });
  await completeFolder(local, dataFolder);
  await letSomebodyIn(local);
  runtime.live();
  await announce(local, inbox, dataFolder);
}

/** From now on nothing of the folder may be missing. */
async function completeFolder({ clock, database }: LocalHouse, folder: string): Promise<void> {
  if (database.isWhole) return;
  const { openDocumentFile } = await import("./document-file.ts");
  clock.keep();
  openDocumentFile(join(folder, "documents.sqlite")).close();
  beginMailFile(join(folder, "mail.jsonl"));
  database.markWhole();
}

/** Where staff come in through their provider, nobody comes in by a click. */
const none: OwnPages = async () => undefined;

/** Where nobody works for the programme yet, somebody has to make the first call. */
async function letSomebodyIn({ house }: LocalHouse): Promise<void> {
  const { allStaff } = await import("../../functions/cases/people/staff.ts");
  if ((await allStaff(house)).length > 0) return;
  const { register } = await import("../../functions/staff/register.ts");
  const { name, email } = demoStaff.coordinator;
  await register(house, { name, email, language: "lt", roles: ["coordinator"] });
}

async function announce({ house }: LocalHouse, inbox: Inbox, dataFolder: string): Promise<void> {
  const { enterUntil, staffPath } = await import("../../functions/links.ts");
  const { portalUrl, linkSecret } = house.config;
  const { email } = await whoseConsole(house);
  const until = enterUntil(house.clock.now());
  console.log(`Kelias is running.

  people   ${portalUrl}${peoplePath}   everybody of the programme: begin here
  portal   ${portalUrl}/
  console  ${portalUrl}${staffPath(linkSecret, email, until)}
  inbox    http://localhost:${inbox.port}/

The console's address is for one use within a day. Afterwards sign in at ${portalUrl}/sign-in
as ${email}: the code comes to the inbox.

What it stores is in ${dataFolder}. Stop it with Ctrl+C.`);
}

/** Whoever was added as a coordinator first, or the one of the demonstration. */
async function whoseConsole(house: LocalHouse["house"]): Promise<{ readonly email: string }> {
  const { registeredStaff } = await import("../../functions/staff/register.ts");
  const coordinators = (await registeredStaff(house)).filter(({ roles }) => roles.includes("coordinator"));
  const [first] = coordinators.toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
  return first ?? demoStaff.coordinator;
}
