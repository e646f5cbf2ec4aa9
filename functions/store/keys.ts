import type { Key } from "../adapters/table.ts";

/** Keys are deterministic, so that a retry writes the same item again. */
export const refOfCase = (id: string): string => `case#${id}`;

/** Could this be a case? What a browser sent in place of one may be no key at all. */
export const couldBeCase = (ref: string): boolean => /^case#[\w-]{1,100}$/.test(ref);
export const refOfCall = (id: string): string => `call#${id}`;
export const idOf = (ref: string): string => ref.slice(ref.indexOf("#") + 1);
export const isCall = (ref: string): boolean => ref.startsWith("call#");

export const headKey = (ref: string): Key => ({ pk: ref, sk: "head" });
export const taskKey = (ref: string, visit: number, state: string, part?: string): Key => ({
  pk: ref,
  sk: `task#${padded(visit)}#${state}${part === undefined ? "" : `#${part}`}`,
});
export const recordKey = (ref: string, visit: number, state: string): Key => ({
  pk: ref,
  sk: `record#${padded(visit)}#${state}`,
});
/** What a step has found, until all of it is done; a piece of a large one is numbered, and so is the try that wrote it. */
export const planKey = (ref: string, visit: number, state: string, piece = ""): Key => ({
  pk: `plan#${ref}`,
  sk: `${padded(visit)}#${state}#${piece}`,
});
export const mailKey = (ref: string, visit: number, template: string, to: string, round: number): Key => ({
  pk: ref,
  sk: `mail#${padded(visit)}#${template}#${to}#${round}`,
});
export const entryKey = (callId: string, ref: string): Key => ({
  pk: refOfCall(callId),
  sk: `entry#${idOf(ref)}`,
});
/** That an application came after another from the same address, and until when that can be settled. */
export const contestKey = (ref: string): Key => ({ pk: ref, sk: "contest" });
export const nudgeKey = (callId: string): Key => ({ pk: refOfCall(callId), sk: "nudge" });
export const certificateKey = (number: string): Key => ({ pk: `certificate#${number}`, sk: "certificate" });
export const runPrefix = "run#";
export const runKey = (callId: string, number: number): Key => ({
  pk: refOfCall(callId),
  sk: `${runPrefix}${padded(number)}`,
});
/** The payments of a run, each by its identifier. */
export const runTransfers = (callId: string, number: number): string => `run#${callId}#${padded(number)}`;
export const runTransferKey = (callId: string, number: number, id: string): Key => ({
  pk: runTransfers(callId, number),
  sk: `transfer#${id}`,
});
/** In which run a question for a payment is. */
export const payingKey = (callId: string, ref: string, state: string): Key => ({
  pk: `paying#${callId}`,
  sk: `${idOf(ref)}#${state}`,
});

/** That a payment which a state of a case asks for may have been made already. */
export const holdPrefix = "hold#";
export const holdKey = (ref: string, state: string): Key => ({ pk: ref, sk: `${holdPrefix}${state}` });

/** A call in numbers. */
export const figuresKey = (callId: string): Key => ({ pk: `figures#${callId}`, sk: "figures" });
/** That everything that is kept of a call is being made anew. */
export const rebuildKey = (callId: string): Key => ({ pk: `figures#${callId}`, sk: "rebuild" });

/** A file that was ordered of a call. */
export const exportPrefix = "export#";
export const exportKey = (callId: string, id: string): Key => ({
  pk: `exports#${callId}`,
  sk: `${exportPrefix}${id}`,
});
/** What is found out of a call in the background; where each has a question of their own, by whose it is. */
export const findingPrefix = "finding#";
export const findingKey = (callId: string, kind: string, by = ""): Key => ({
  pk: `findings#${callId}`,
  sk: `${findingPrefix}${kind}${by === "" ? "" : `#${by}`}`,
});
export const exportIdIn = (sk: string): string => sk.slice(exportPrefix.length);

/** How people look at the cases of a call. */
export const viewsPartition = (callId: string): string => `views#${callId}`;
export const viewPrefix = "view#";
export const viewKey = (callId: string, id: string): Key => ({
  pk: viewsPartition(callId),
  sk: `${viewPrefix}${id}`,
});

/** What mails of a call say in words of its own: each version of each. */
export const textsPartition = (callId: string): string => `texts#${callId}`;
export const textPrefix = (process: string, name: string): string => `text#${process}#${name}#`;
export const textKey = (callId: string, process: string, name: string, version: number): Key => ({
  pk: textsPartition(callId),
  sk: `${textPrefix(process, name)}${padded(version)}`,
});

/** In which cases of a call somebody has a share of the work. */
export const loadPrefix = "load#";
export const loadKey = (callId: string, person: string, ref?: string): Key => ({
  pk: refOfCall(callId),
  sk: `${loadPrefix}${person}${ref === undefined ? "" : `#${hashOf(ref) % loadItems}`}`,
});
/** Among so many items the cases of one person are spread who may have any number: of a hundred thousand each has 1600. */
const loadItems = 64;
export const groupKey = (callId: string, number: number): Key => ({
  pk: refOfCall(callId),
  sk: `group#${padded(number)}`,
});
/** The times of a call that cases book; `whose` is a digest of the name of who is there. */
export const slotsOf = (callId: string): string => `slots#${callId}`;
export const slotKey = (callId: string, starts: string, whose: string): Key => ({
  pk: slotsOf(callId),
  sk: `slot#${starts}#${whose}`,
});
/** Who is of the staff whatever calls there are. */
export const staffPartition = "staff";
export const registeredKey = (person: string): Key => ({ pk: staffPartition, sk: person });

/** What the holder of something public said about being shown. */
export const consentPrefix = "consent#";
export const consentKey = (ref: string, kind: string, name: string): Key => ({
  pk: ref,
  sk: `${consentPrefix}${kind}#${name}`,
});

/** When somebody of the staff is away, and who stands in. */
export const absencesPartition = "absences";
export const absenceKey = (person: string): Key => ({ pk: absencesPartition, sk: person });

/** A program that may read a call through the API. */
export const clientPrefix = "client#";
export const clientKey = (callId: string, id: string): Key => ({
  pk: refOfCall(callId),
  sk: `${clientPrefix}${id}`,
});

/** The cases of an address that cannot be found from it otherwise. */
export const minePrefix = (address: string): string => `mine#${address}`;

/** The latest code that was mailed to an address for one browser, and how many were mailed to it for all that are unknown. */
export const signInKey = (address: string, browser: string): Key => ({
  pk: `address#${address}`,
  sk: `sign-in#${browser}`,
});
/** The papers that an address signs together, those that were asked for last; as a guest it signs others than as one of the staff. */
export const signingKey = (address: string, isGuest: boolean): Key => ({
  pk: `address#${address}`,
  sk: isGuest ? "signing#guest" : "signing",
});
/** What an address has typed of a correction of a case. */
export const correctingKey = (address: string, caseId: string, name: string): Key => ({
  pk: `address#${address}`,
  sk: `correcting#${caseId}#${name}`,
});
export const strangersKey = (address: string): Key => ({ pk: `address#${address}`, sk: "strangers" });
/** A session of somebody who signed in. */
/** Before which instant every session of an address has ended. */
export const sessionsKey = (address: string): Key => ({ pk: `address#${address}`, sk: "sessions" });
/** The use of a link into the console: a second one is none. */
export const enteredKey = (pass: string): Key => ({ pk: `pass#${pass}`, sk: "entered" });
/** Which account of the provider is an address's, and whose address an account has. */
export const subjectOfKey = (address: string): Key => ({ pk: `address#${address}`, sk: "subject" });
export const subjectKey = (subject: string): Key => ({ pk: `subject#${subject}`, sk: "subject" });
export const sessionKey = (id: string): Key => ({ pk: `session#${id}`, sk: "session" });

/** In what an address took part beside its own cases: seats on which it was checked in, and cases in which it had a role. */
export const tookPartIn = (address: string): string => `took#${address}`;
export const seatTakenPrefix = "seats#";
export const seatTakenKey = (address: string, seats: string): Key => ({
  pk: tookPartIn(address),
  sk: `${seatTakenPrefix}${idOf(seats)}`,
});
export const roleTakenPrefix = "role#";
export const roleTakenKey = (address: string, ref: string, role: string): Key => ({
  pk: tookPartIn(address),
  sk: `${roleTakenPrefix}${idOf(ref)}#${role}`,
});

/** Who was erased, by what stands for the address. */
export const erasureKey = (address: string): Key => ({ pk: "erasures", sk: address });

/** Who asks to be erased, by what stands for the address. */
export const erasureRequests = "erasure-requests";
export const erasureRequestKey = (address: string): Key => ({ pk: erasureRequests, sk: address });

/** The drafts into which an address was written. */
export const draftPrefix = (address: string): string => `drafts#${address}`;
export const ownDraftKey = (address: string, id: string): Key => ({ pk: draftPrefix(address), sk: id });

export const draftKey = (id: string): Key => ({ pk: `draft#${id}`, sk: "draft" });

/** A call that is being made, and the pages of it that were typed. */
export const callDraftsPartition = "call-drafts";
export const callDraftPrefix = "page#";
export const callDraftKey = (id: string): Key => ({ pk: `call-draft#${id}`, sk: "draft" });
export const callDraftPageKey = (id: string, page: string): Key => ({
  pk: `call-draft#${id}`,
  sk: `${callDraftPrefix}${page}`,
});

/** A note of colleagues on a case, by its number. */
export const notePrefix = "note#";
export const noteKey = (ref: string, number: number): Key => ({
  pk: ref,
  sk: `${notePrefix}${padded(number)}`,
});

/** What somebody asked on the page of their case, by its number. */
export const questionPrefix = "question#";
export const questionKey = (ref: string, number: number): Key => ({
  pk: ref,
  sk: `${questionPrefix}${padded(number)}`,
});

/** The seats of a case: how many are taken, who registered, and in which order people wait. Beside the case, which many of them would make large. */
export const seatsOf = (ref: string): string => `seats#${idOf(ref)}`;
export const caseOfSeats = (pk: string): string => refOfCase(idOf(pk));
export const seatCountKey = (pk: string): Key => ({ pk, sk: "count" });
export const registrationPrefix = "registration#";
export const registrationKey = (pk: string, id: string): Key => ({ pk, sk: `${registrationPrefix}${id}` });
/** The events of a call that people may register for, by when they begin. */
export const openSeatsPrefix = "seats#";
export const openSeatsKey = (callId: string, startsAt: string, ref: string): Key => ({
  pk: refOfCall(callId),
  sk: `${openSeatsPrefix}${startsAt}#${idOf(ref)}`,
});
/** What an address had registered before, and cancelled or let run out. */
export const earlierRegistrationKey = (pk: string, number: number): Key => ({
  pk,
  sk: `earlier#${placed(number)}`,
});
/** What was said afterwards under a name, in so many parts as keep each of them small. */
export const saidPrefix = (name: string): string => `said#${name}#`;
export const saidKey = (pk: string, name: string, of: string): Key => ({
  pk,
  sk: `${saidPrefix(name)}${of.slice(0, 1)}`,
});
/** The places of those who wait, by the number with which each came. */
export const waitingPrefix = "waiting#";
export const waitingKey = (pk: string, number: number): Key => ({
  pk,
  sk: `${waitingPrefix}${placed(number)}`,
});
export const seatMailKey = (pk: string, number: number, template: string): Key => ({
  pk,
  sk: `mail#${placed(number)}#${template}`,
});
const placed = (number: number): string => String(number).padStart(9, "0");

/** Who wants to be told of calls, by what stands for their address. */
export const visitorsPartition = "visitors";
export const visitorPrefix = "visitor#";
export const visitorKey = (address: string): Key => ({
  pk: visitorsPartition,
  sk: `${visitorPrefix}${address}`,
});

/** What a process gave to others about a person or a school, whom the key does not name. */
export const linkedTo = (subject: string): string => `linked#${subject}`;
export const linkedKey = (subject: string, kind: string, ref: string): Key => ({
  pk: linkedTo(subject),
  sk: `${kind}#${idOf(ref)}`,
});
/** That a case took what another one gave. */
export const takenPrefix = "taken#";
export const takenKey = (giver: string, kind: string, ref: string): Key => ({
  pk: giver,
  sk: `${takenPrefix}${kind}#${idOf(ref)}`,
});

/** The page of one day in a case's diary. */
export const diaryPrefix = "diary#";
export const diaryKey = (ref: string, day: string): Key => ({ pk: ref, sk: `${diaryPrefix}${day}` });

/** For which days a case funds a person, whom the key does not name. */
export const personPrefix = "funded#";
export const fundedKey = (person: string, ref: string): Key => ({
  pk: `person#${person}`,
  sk: `${personPrefix}${idOf(ref)}`,
});

/** What is known of an address that did not take mail, and the cases of which mail to it is held. */
export const stopKey = (address: string): Key => ({ pk: `address#${address}`, sk: "stop" });
/** Which mail has reminded an address of all its open tasks on a local day. */
export const remindedKey = (address: string, day: string): Key => ({
  pk: `address#${address}`,
  sk: `reminded#${day}`,
});
/** Which mails that strangers caused went to an address on a local day. */
export const causedKey = (address: string, day: string): Key => ({
  pk: `address#${address}`,
  sk: `mailed#${day}`,
});
export const strandedKey = (address: string, ref: string): Key => ({ pk: `address#${address}`, sk: ref });

/** A file that was uploaded for a field of a task or of a draft. */
export const uploadKey = (owner: Key, field: string, id: string): Key => ({
  pk: owner.pk,
  sk: `${uploadsOf(owner, field)}${id}`,
});
export const uploadsOf = (owner: Pick<Key, "sk">, field: string): string => `upload#${owner.sk}#${field}#`;
/** What the keys of all files begin with whose field begins so. */
export const uploadsIn = (owner: Pick<Key, "sk">, fields: string): string => `upload#${owner.sk}#${fields}`;
export const uploadsOfTasks = "upload#task#";

/** Where a released file lies in the bucket. */
export const uploadedKey = (id: string): string => `uploads/${id}`;

/** Where a document of a case or a call lies in the bucket. */
export const documentKey = (ref: string, name: string): string =>
  `${isCall(ref) ? "calls" : "cases"}/${idOf(ref)}/${name}.json`;

const padded = (visit: number): string => String(visit).padStart(6, "0");

/** That visitors are to be told of a call. */
export const announcementKey = (call: string): Key => ({ pk: call, sk: "announcement" });

/** The index of what is pending is spread over shards, so that a deadline day does not heat one partition. */
const shardCount = 16;
/** Mails have shards of their own: they leave at the pace of their provider, which must hold up nothing else. */
const mailShardCount = 4;
const hashOf = (pk: string): number => {
  let sum = 0;
  for (const character of pk) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum;
};
const shards = Array.from({ length: shardCount }, (_, shard) => `pending#${shard}`);
const mailShards = Array.from({ length: mailShardCount }, (_, shard) => `pending#mail#${shard}`);
export const everyShard: readonly string[] = [...shards, ...mailShards];

const startingSweepers = 4;
/** Which shards each sweeper works off; those of one are no other's. The last one has the mails. */
export const shardsOfSweepers: readonly (readonly string[])[] = [
  ...Array.from({ length: startingSweepers }, (_, own) =>
    shards.filter((_shard, number) => number % startingSweepers === own),
  ),
  mailShards,
];
/** Who works off the shards of a sweeper now, and until when. */
export const leaseKey = (sweeper: number): Key => ({ pk: `sweeper#${sweeper}`, sk: "lease" });

/** What takes long and is done by itself, such as counting a call: on the same index, beside what is delivered. */
export const jobsPartition = "pending#jobs";

/** The attributes that put an item on the list of what still has to leave the table. */
export const pendingSince = (pk: string, at: string) => ({
  pending: `pending#${hashOf(pk) % shardCount}`,
  pendingAt: at,
});
/** The same for a mail. */
export const mailPendingSince = (pk: string, at: string) => ({
  pending: `pending#mail#${hashOf(pk) % mailShardCount}`,
  pendingAt: at,
});

/** The attributes that an item loses when all of it has left the table. */
export const nothingPending: readonly string[] = ["pending", "pendingAt", "attempts"];
