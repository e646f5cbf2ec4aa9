import * as z from "zod";

/** What goes back to whoever asked. */
export interface Answer {
  readonly status: number;
  /** Name and value; a name may come more than once. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | string;
}

const written = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/**
 * Turns a function's result into an answer, as payload format 2.0 does: a result without a status is the body of a
 * 200 in JSON. Throws for a result that has a status and is malformed, which API Gateway answers with 500.
 */
export function answerOf(result: unknown): Answer {
  if (typeof result !== "object" || result === null || !("statusCode" in result)) {
    const body = typeof result === "string" ? result : JSON.stringify(result);
    return { status: 200, headers: [["content-type", "application/json"]], body };
  }
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded } = written.parse(result);
  return {
    status: statusCode,
    headers: [
      ...Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const),
      ...cookies.map((cookie) => ["set-cookie", cookie] as const),
    ],
    body: isBase64Encoded ? Buffer.from(body, "base64") : body,
  };
}

/** A plain page in both languages for what goes wrong before or behind the functions. */
export function plainPage(status: number, lithuanian: string, english: string): Answer {
  return {
    status,
    headers: [
      ["content-type", "text/html; charset=utf-8"],
      ["cache-control", "no-store"],
      ["content-security-policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'"],
      ["x-content-type-options", "nosniff"],
      ["referrer-policy", "no-referrer"],
    ],
    body: `<!DOCTYPE html>
<html lang="lt"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kelias</title><link rel="stylesheet" href="/assets/portal.css"></head>
<body class="govuk-template__body"><main class="govuk-width-container govuk-main-wrapper">
<p class="govuk-body">${lithuanian}</p><p class="govuk-body" lang="en">${english}</p></main></body></html>
`,
  };
}
