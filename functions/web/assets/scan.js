// Reads codes where a browser has no reader of its own; loaded when it is needed.
import { decodeQR } from "qr/decode.js";

/** What the code in a picture says; throws where there is none. */
export const decode = decodeQR;
