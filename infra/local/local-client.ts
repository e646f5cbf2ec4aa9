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
