import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { fitting } from "./fitting.ts";

/**
 * The text of a secret in AWS Secrets Manager, by its ARN or name; `region`: where it is, unless the environment says so. Throws when it
 * may not be read or holds no text.
 */
export async function readSecret(arn: string, where: { readonly region?: string } = {}): Promise<string> {
  const { SecretString: text } = await new SecretsManagerClient(where).send(
    new GetSecretValueCommand({ SecretId: fitting("secretId", arn) }),
  );
  if (!text) throw new Error("the secret of the links holds no text");
  return text;
}
