import { createHash, timingSafeEqual } from "node:crypto";
import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerResult } from "aws-lambda";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Lets in what came through CloudFront, which alone knows the key and sends it in the header `x-kelias-origin`: who
 * calls the API's own address would pass by the firewall. Without a key nobody is let in.
 */
export const gate =
  (key: string) =>
  async (
    event: Pick<APIGatewayRequestAuthorizerEventV2, "headers">,
  ): Promise<APIGatewaySimpleAuthorizerResult> => ({
    isAuthorized:
      key.length > 0 && timingSafeEqual(digest(event.headers?.["x-kelias-origin"] ?? ""), digest(key)),
  });

export const handler = gate(process.env.ORIGIN_KEY ?? "");
