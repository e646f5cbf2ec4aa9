/** A quota as a bucket of tokens: so many calls at once, and so many a second for long. */
export interface Quota {
  readonly bucket: number;
  readonly perSecond: number;
}

/**
 * What an account of AWS may ask of Step Functions by default, in all regions but us-east-1, us-west-2 and eu-west-1, which have twice as
 * much and more. They are for the whole account and can be raised; new accounts begin with fewer transitions.
 * Source: AWS Step Functions Developer Guide, "Service quotas", as of 2026-11:
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const stepFunctionsQuotas = {
  StartExecution: { bucket: 800, perSecond: 150 },
  SendTask: { bucket: 1500, perSecond: 300 },
  StateTransition: { bucket: 800, perSecond: 500 },
} as const satisfies Record<string, Quota>;
