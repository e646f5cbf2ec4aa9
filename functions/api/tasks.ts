import { isDeepStrictEqual } from "node:util";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { jsonSchemaOf, parseAnswer } from "../../workflows/kernel/parse.ts";
import { placeOf } from "../addresses/of-ref.ts";
import { paths } from "../addresses/paths.ts";
import { sendSigningCode } from "../cases/people/signing-code.ts";
import { answerTask } from "../cases/tasks/answer.ts";
import { type FoundTask, findTask } from "../cases/tasks/find-task.ts";
import { caseWords, parametersOf } from "../reading/case-words.ts";
import { ownerOfTask } from "../uploads/owner.ts";
import { placeIn } from "../uploads/places.ts";
import { uploadFormFor } from "../uploads/uploads.ts";
import { addressOf } from "../web/addresses.ts";
import { type Answer, json, problem, refusalAsProblem } from "../web/answers.ts";
import { readJson } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { languageOf } from "../web/request.ts";
import type { Work } from "../web/visit.ts";
import { idempotencyKey, otherBody } from "./idempotency.ts";
import { invalidAnswer } from "./invalid.ts";

/** `GET /api/tasks/{kind}/{id}/{key}/{secret}`: what is asked, by when, and the schema of an answer. */
export const describeTask: Work = async (visit) => {
  const { house, request } = visit;
  const address = addressOf(visit);
  const found = address ? await findTask(house, address) : undefined;
  if (!found || found.outcome === "unknown") return refusalAsProblem(notFound, request.id);
  const { task, form, loaded } = found;
  if (found.conflict) return refusalAsProblem(notFound, request.id);
  const words = await caseWords(loaded, languageOf(request, "en"));
  const parameters = parametersOf(loaded, words, task);
  return json(200, {
    state: task.state,
    status: found.outcome,
    title: words.say(`task.${task.state}.title`, parameters),
    why: words.say(`task.${task.state}.why`, parameters),
    ...(task.dueAt === undefined ? {} : { dueAt: task.dueAt }),
    outcomes: form.outcomes,
    ...(form.signs ? { version: form.signs.versions(loaded.file).length } : {}),
    schema: jsonSchemaOf(form),
  });
};

/** `POST` to the same address: an answer as JSON, flat by field name, with the way it ends under `outcome`. */
export const answerTaskByProgram: Work = async (visit): Promise<Answer> => {
  const { house, request } = visit;
  const address = addressOf(visit);
  const found = address ? await findTask(house, address) : undefined;
  if (!address || !found || found.outcome === "unknown") return refusalAsProblem(notFound, request.id);
  const body = readJson(request);
  if (body.outcome === "refused") return refusalAsProblem(body.refusal, request.id);
  const said = request.headers["idempotency-key"];
  const key = idempotencyKey(said);
  if (said !== undefined && key === undefined)
    return refusalAsProblem({ status: 400, why: "noIdempotencyKey" }, request.id);
  const answered = await answerTask(house, address, body.value, { known: found, key });
  switch (answered.outcome) {
    case "answered":
      return json(200, { status: "answered" });
    case "alreadyAnswered": {
      // Read again: of two that came at once under one key, the second has found the task open.
      const now = key === undefined ? undefined : await findTask(house, address);
      if (now && now.outcome !== "unknown" && now.task.answerKey === key)
        return isSame(now, body.value, dayAt(house.clock.now()))
          ? json(200, { status: "answered" })
          : otherBody();
      return problem(409, "answered", "This task was answered before", { code: "answered", at: answered.at });
    }
    case "expired":
      return problem(410, "expired", "The time to answer is over", { code: "expired", at: answered.at });
    case "cancelled":
      return problem(410, "cancelled", "This task is no longer needed", { code: "cancelled" });
    case "decidedInRun":
      return problem(409, "decided-in-run", "This payment is answered by a payment run of the call", {
        code: "decidedInRun",
        detail: "A coordinator prepares the run in the console; finance approves it and marks it as paid.",
      });
    case "conflict":
      return problem(409, "conflict-of-interest", "There is a conflict of interest", {
        code: "conflict",
        detail: "By a rule of the call this person may not answer; the task goes to somebody else.",
      });
    case "unknown":
      return refusalAsProblem(notFound, request.id);
    case "invalid": {
      const words = await caseWords(found.loaded, languageOf(request, "en"));
      return invalidAnswer(found.form, words, answered.errors);
    }
  }
};

/** Was the task answered so? What signs is compared without its code, which is used up. */
function isSame(
  { task, form }: Exclude<FoundTask, { outcome: "unknown" }>,
  raw: Readonly<Record<string, unknown>>,
  today: string,
): boolean {
  const { version: _version, code: _code, ...rest } = raw;
  const parsed = parseAnswer(form, form.signs ? rest : raw, today);
  if (parsed.outcome === "invalid") return false;
  const { version: _stored, ...values } = task.values ?? {};
  return (
    parsed.value.outcome === task.outcome &&
    isDeepStrictEqual({ ...parsed.value.values }, form.signs ? values : { ...task.values })
  );
}

/** `POST …/code`: mails the code with which the person who is asked signs; the answer then carries it with the version. */
export const sendCodeToProgram: Work = async (visit): Promise<Answer> => {
  const { house, request } = visit;
  const address = addressOf(visit);
  const asked = address ? await sendSigningCode(house, address) : undefined;
  switch (asked?.outcome) {
    case "sent":
      return json(202, { status: "sent" });
    case "soon":
    case "tooMany":
      return problem(429, "tooManyCodes", "A code was sent just now, or as many as may be", {
        code: asked.outcome,
      });
    default:
      return refusalAsProblem(notFound, request.id);
  }
};

/**
 * `POST …/uploads/{field}`: where to post a file for a field, and the fields that go before it. Of a column of rows the field is
 * `costs.evidence.<slot>`: a name of 16 to 40 letters that the program makes up, and then says in the row's cell.
 */
export const uploadFormForProgram: Work = async (visit): Promise<Answer> => {
  const { house, request, at } = visit;
  const address = addressOf(visit);
  const found = address ? await findTask(house, address) : undefined;
  if (!found || found.outcome === "unknown") return refusalAsProblem(notFound, request.id);
  if (!placeIn(found.form.fields, at("field"))) return refusalAsProblem(notFound, request.id);
  const { task } = found;
  const after = paths.taskUpload(...placeOf(task), at("secret"), at("field"));
  const form = await uploadFormFor(house, ownerOfTask(task), at("field"), house.config.portalUrl + after);
  return form ? json(200, form) : refusalAsProblem(notFound, request.id);
};
