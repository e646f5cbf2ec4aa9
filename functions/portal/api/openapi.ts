import { processes } from "../../../workflows/catalogue.ts";
import { jsonSchemaOf } from "../../../workflows/kernel/parse.ts";
import { json } from "../answers.ts";
import type { Work } from "../visit.ts";

const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
const taskPlace = ["kind", "id", "key", "secret"].map(inPath);
const answers = (...statuses: readonly (readonly [number, string])[]) =>
  Object.fromEntries(
    statuses.map(([status, description]) => [
      status,
      status < 300
        ? { description, content: { "application/json": { schema: { type: "object" } } } }
        : { description, content: { "application/problem+json": { schema: { $ref: problem } } } },
    ]),
  );
const problem = "#/components/schemas/Problem";
const taking = (schema: unknown) => ({
  required: true,
  content: { "application/json": { schema } },
});

/** `GET /api/openapi.json`: the API, described from the same forms that the pages are made of. */
export const showOpenApi: Work = async ({ house }) =>
  json(200, {
    openapi: "3.1.0",
    info: {
      title: "Kelias",
      version: "1",
      description:
        "Calls, applications and tasks of the programme. Instants are UTC, days are Europe/Vilnius.",
    },
    servers: [{ url: house.config.portalUrl }],
    paths: {
      "/api/calls": { get: { summary: "All calls", responses: answers([200, "The calls"]) } },
      "/api/calls/{id}": {
        get: {
          summary: "One call and the schema of an application to it",
          parameters: [inPath("id")],
          responses: answers([200, "The call"], [404, "No such call"]),
        },
      },
      "/api/calls/{id}/applications": {
        post: {
          summary: "Apply to a call",
          parameters: [
            inPath("id"),
            {
              name: "Idempotency-Key",
              in: "header",
              required: true,
              description: "The same key sent twice is one application.",
              schema: { type: "string", pattern: "^[A-Za-z0-9_-]{16,100}$" },
            },
          ],
          requestBody: taking({
            oneOf: applications.map(({ process }) => ({ $ref: `#/components/schemas/${process}` })),
          }),
          responses: answers(
            [201, "Stored"],
            [200, "Stored before under the same key"],
            [400, "No Idempotency-Key, or a body that is not a JSON object"],
            [404, "No such call"],
            [409, "`late`, `early`, or `duplicate`: there is an application from this e-mail address"],
            [415, "A body that is not application/json"],
            [422, "Fields that are not valid, each named"],
          ),
        },
      },
      "/api/tasks/{kind}/{id}/{key}/{secret}": {
        get: {
          summary: "What a task asks, and the schema of its answer",
          parameters: taskPlace,
          responses: answers([200, "The task"], [404, "No such link"]),
        },
        post: {
          summary: "Answer a task, once",
          parameters: taskPlace,
          requestBody: taking({ type: "object" }),
          responses: answers(
            [200, "Stored"],
            [404, "No such link"],
            [409, "Answered before"],
            [410, "Too late, or no longer needed"],
            [422, "Fields that are not valid, each named"],
          ),
        },
      },
    },
    components: {
      schemas: {
        Problem: {
          type: "object",
          description: "RFC 9457",
          required: ["type", "title", "status"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            code: { type: "string" },
            detail: { type: "string" },
            errors: {
              type: "array",
              items: {
                type: "object",
                required: ["field", "problem", "detail"],
                properties: {
                  field: { type: "string" },
                  problem: { type: "string" },
                  limit: {},
                  detail: { type: "string" },
                },
              },
            },
          },
        },
        ...Object.fromEntries(applications.map(({ process, schema }) => [process, schema])),
      },
    },
  });

const applications = processes.flatMap((process) =>
  process.application ? [{ process: process.id, schema: jsonSchemaOf(process.application) }] : [],
);
