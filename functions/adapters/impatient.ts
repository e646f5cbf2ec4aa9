/**
 * How services are asked that need not answer now, because what they are asked for stays pending until they do: whoever
 * waits for a page has it long before the function's time is up, also when such a service hangs.
 */
export const impatient = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
} as const;
