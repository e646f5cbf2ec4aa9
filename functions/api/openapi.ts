import * as z from "zod";
import { json } from "../web/answers.ts";
import type { Work } from "../web/visit.ts";
import { applicationSchemas, type Operation, operations } from "./operations.ts";

/** `GET /api/openapi.json`: the API, described from the same forms and schemas that answer. */
export const showOpenApi: Work = async ({ house }) => json(200, openApi(house.config.portalUrl));

/** Problem details [RFC 9457], with what is wrong with each field. */
export const problemShape = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z
    .array(
      z.looseObject({
        field: z.string(),
        problem: z.string(),
        limit: z.union([z.number(), z.string()]).optional(),
        detail: z.string(),
      }),
    )
    .optional(),
});

/** The OpenAPI document of a portal. */
export const openApi = (portalUrl: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Kelias",
    version: "1",
    description:
      "Calls, applications, cases and tasks of the programme. Instants are UTC, days are Europe/Vilnius.",
  },
  servers: [{ url: portalUrl }],
  paths: Object.fromEntries(
    [...Map.groupBy(operations, ({ pattern }) => pattern)].map(([path, own]) => [
      path,
      Object.fromEntries(own.map((operation) => [operation.method.toLowerCase(), described(operation)])),
    ]),
  ),
  components: {
    securitySchemes: { key: { type: "http", scheme: "bearer" } },
    schemas: { Problem: z.toJSONSchema(problemShape), ...applicationSchemas },
  },
});

const described = ({ about, needsKey, parameters, body, answers, schema }: Operation) => ({
  summary: about.en,
  ...(needsKey ? { security: [{ key: [] }] } : {}),
  ...(parameters.length > 0
    ? {
        parameters: parameters.map(({ name, in: where, about: said, schema: shape, required }) => ({
          name,
          in: where,
          description: said.en,
          schema: shape,
          ...(required ? { required } : {}),
        })),
      }
    : {}),
  ...(body === undefined
    ? {}
    : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
  responses: Object.fromEntries(
    Object.entries(answers).map(([status, said]) => [
      status,
      {
        description: said.en,
        content:
          Number(status) < 300
            ? { "application/json": { schema: schema ?? { type: "object" } } }
            : { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  ),
});
