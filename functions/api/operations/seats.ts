import * as z from "zod";
import { registrationShape, scannedShape, seatsShape } from "../seats.ts";
import { alike, type DescribedPaths, postedToLink, readByLink } from "./described.ts";

const noEvent = { lt: "Tokio renginio nėra", en: "No such event" };

/** Seats of events, and who comes to them. */
export const seatOperations: DescribedPaths<"apiSeats" | "apiRegistration" | "apiDesk"> = {
  apiSeats: {
    get: {
      about: { lt: "Renginio vietos", en: "The seats of an event" },
      answers: { 200: { lt: "Vietos", en: "The seats" }, 404: noEvent },
      schema: z.toJSONSchema(seatsShape),
    },
    post: {
      about: {
        lt: "Registruotis į renginį; nuoroda į registraciją siunčiama tik jos adresu",
        en: "Register for an event; the link to the registration goes to its address alone",
      },
      body: { type: "object" },
      answers: {
        201: {
          lt: "`registered`: vieta skirta, `waiting`: laukiama eilėje",
          en: "`registered`: there is a seat, `waiting`: on the list",
        },
        404: noEvent,
        409: {
          lt: "`early`, `late` arba `duplicate`: registracija dar neprasidėjo, baigta arba šiuo adresu jau registruotasi",
          en: "`early`, `late` or `duplicate`: registration has not begun, is over, or the address is registered already",
        },
        422: alike.fields,
      },
    },
  },
  apiRegistration: {
    get: readByLink(
      { lt: "Registracija", en: "One’s registration" },
      { lt: "Registracija", en: "The registration" },
      z.toJSONSchema(registrationShape),
    ),
    post: postedToLink(
      {
        lt: "Atšaukti registraciją (`cancel`), patvirtinti pasiūlytą vietą (`confirm`) arba pasiimti laisvą (`claim`)",
        en: "Cancel the registration (`cancel`), confirm a seat that is offered (`confirm`), or take a free one (`claim`)",
      },
      {
        200: alike.stored,
        409: { lt: "Dabar taip negalima", en: "It cannot be said as things stand" },
      },
    ),
  },
  apiDesk: {
    post: postedToLink(
      {
        lt: "Kas atvyko: nuskaityti kodai ir kada; kiekvienas įrašomas vieną kartą",
        en: "Who has come: the codes that were read, and when; each is noted once",
      },
      { 200: alike.stored },
      { schema: z.toJSONSchema(scannedShape) },
    ),
  },
};
