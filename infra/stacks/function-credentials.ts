import { fromEnv } from "@aws-sdk/credential-provider-env";

/**
 * Stands in for the SDK's search for credentials when functions are bundled: a function's credentials are in its
 * environment, and the search through profiles, web identities and single sign-on would be a third of its code.
 */
export const defaultProvider = () => fromEnv();
