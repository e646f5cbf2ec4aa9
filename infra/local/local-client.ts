/**
 * What every client of the embedded default is made with. Each setting that a client would otherwise look for in the
 * environment or in the files of an AWS account stands here, so that a laptop's AWS settings change nothing and
 * nothing is ever called outside of the machine. The credentials are no one's.
 */
export const localClient = {
  region: "local",
  endpoint: "http://127.0.0.1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
  maxAttempts: 1,
  retryMode: "standard",
  defaultsMode: "standard" as const,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  userAgentAppId: "kelias",
  authSchemePreference: ["aws.auth#sigv4"],
  profile: "local",
};

interface Client {
  readonly middlewareStack: { readonly remove: (name: string) => boolean };
}

/**
 * Leaves out of a client what only a network needs: signatures that nobody checks, another try after a broken line,
 * headers for traces, and the redaction of log lines that nobody writes. It is half of what a request costs here.
 * Serialising, answers and errors stay as they are.
 */
export function withoutNetwork<C extends Client>(client: C): C {
  for (const name of networkOnly) {
    if (!client.middlewareStack.remove(name)) throw new Error(`the client has no ${name} any more`);
  }
  return client;
}

const networkOnly = [
  "loggerMiddleware",
  "getUserAgentMiddleware",
  "recursionDetectionMiddleware",
  "retryMiddleware",
  "httpSigningMiddleware",
];
