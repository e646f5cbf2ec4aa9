import { startProduct } from "./product.ts";
import { adviceOn, StartFault } from "./start-fault.ts";

/** `npm start`. */
try {
  await startProduct(process.env, process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(adviceOn(error));
  process.exit(1);
}
