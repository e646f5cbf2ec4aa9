import { apiAnswering } from "../api/answering.ts";
import { consoleAnswering } from "../console/answering.ts";
import type { House } from "../house.ts";
import { portalAnswering } from "../portal/answering.ts";
import type { Answering } from "./answering.ts";
import { routesOf } from "./routes.ts";
import { serve } from "./serve.ts";
import type { Submitting } from "./submit-application.ts";

/** Pages and the JSON API: every address but those of the submit function. */
const answering: Omit<Answering, Submitting> = { ...portalAnswering, ...consoleAnswering, ...apiAnswering };

export const routes = routesOf(answering);

export const portal = (house: House) => serve(house, routes);
