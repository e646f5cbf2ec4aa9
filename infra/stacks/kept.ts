import { RemovalPolicy } from "aws-cdk-lib";

/**
 * What outlives its stack, but not the deployment that made it: with `Retain` alone a first deployment that fails would leave
 * everything with a fixed name behind, and the next one would find the names taken [CloudFormation template reference,
 * "DeletionPolicy attribute", RetainExceptOnCreate].
 */
export const kept = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
