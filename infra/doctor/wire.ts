import type { STSClientConfig } from "@aws-sdk/client-sts";
import { advice, blocks, type Finding } from "./finding.ts";

/** How every service is reached; tests put a handler in its place that answers as the service does. */
export type Wire = Pick<STSClientConfig, "requestHandler" | "credentials" | "maxAttempts"> & {
  readonly region: string;
};

const causesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [];
  const code = "code" in error && typeof error.code === "string" ? [error.code] : [];
  return [error.name, ...code, ...causesOf(error.cause)];
};

const is = (error: unknown, pattern: RegExp): boolean => causesOf(error).some((name) => pattern.test(name));

export const isNamed = (error: unknown, name: string): boolean =>
  error instanceof Error && error.name === name;

/**
 * What it means that a service could not be asked. Nobody's secret is in it: the error's name, never its message, for
 * a message may quote what was sent. What is none of these is a defect, and thrown on.
 */
export function troubleOf(about: Finding["about"], error: unknown): Finding {
  if (is(error, /CredentialsProviderError|CredentialsError/)) {
    return blocks(
      about,
      "there are no credentials",
      "`aws sso login`, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    );
  }
  if (is(error, /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|TimeoutError)$/)) {
    return blocks(
      about,
      "AWS cannot be reached",
      "look at the network, a proxy, and whether the region's name is right",
    );
  }
  if (is(error, /Expired|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature/)) {
    return blocks(about, "AWS refuses the credentials", "sign in again; look at this machine's clock");
  }
  if (is(error, /AccessDenied|NotAuthorized|Unauthorized/)) {
    return advice(
      about,
      "these credentials may not look",
      "allow them to read it, or look by hand (docs/operations.md)",
    );
  }
  throw error;
}
