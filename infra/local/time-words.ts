import { type Messages, messagesOf } from "../../functions/reading/messages.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";

/** The words of the time control, which is in the embedded default alone. ICU messages. */
const lt = {
  title: "Laikas",
  now: "Programoje dabar yra {time}",
  lead: "Čia laiką galima pasukti į priekį; atgal jo pasukti nepavyks. Viskas, kas per tą laiką turi įvykti – priminimai, terminų pabaigos, vietų pasiūlymai iš rezervinio sąrašo, – įvyks iš eilės, lyg laikas būtų praėjęs savaime.",
  next: "Artimiausias įvykis: {time}",
  nothing: "Šiuo metu nėra nieko, kas lauktų savo laiko.",
  choose: "Kiek pasukti?",
  event: "Iki artimiausio įvykio",
  hour: "1 valandą",
  morning: "Iki kito ryto (7.05 val.)",
  day: "1 dieną",
  week: "1 savaitę",
  month: "1 mėnesį",
  until: "Iki pasirinktos dienos",
  "until.hint": "Laikas sustos tos dienos 7.05 val.",
  "until.label": "Diena",
  "until.send": "Sukti iki šios dienos",
  "until.wrong": "Įrašykite dieną, kuri dar neatėjo ir yra ne vėliau kaip po penkerių metų.",
  "errors.title": "Pataisykite, kas nurodyta",
  "running.title": "Laikas sukamas iki {time}",
  "running.at": "Jau {time}",
  events:
    "{events, plural, =0 {Kol kas nieko neįvyko.} one {Įvyko # įvykis.} few {Įvyko # įvykiai.} many {Įvyko # įvykio.} other {Įvyko # įvykių.}}",
  "running.wait": "Šis puslapis atsinaujina pats, kol laikas sustos.",
  arrived: "Laikas pasuktas iki {time}",
  failed:
    "Iki galo laiko pasukti nepavyko, sustota {time} Priežastis parašyta lange, kuriame paleista programa.",
  console: "Grįžti į darbo vietą",
} as const;

const en: Record<keyof typeof lt, string> = {
  title: "Time",
  now: "The programme's time is {time}.",
  lead: "Here you can move time forward; it does not go back. Whatever is to happen in that time – reminders, ends of deadlines, offers to the reserve list – happens in order, as if the time had passed by itself.",
  next: "The next event: {time}.",
  nothing: "Nothing waits for its time at the moment.",
  choose: "How far?",
  event: "To the next event",
  hour: "1 hour",
  morning: "To the next morning (07:05)",
  day: "1 day",
  week: "1 week",
  month: "1 month",
  until: "To a day of your choice",
  "until.hint": "Time stops at 07:05 on that day.",
  "until.label": "Day",
  "until.send": "Go to this day",
  "until.wrong": "Enter a day that has not come yet and is within five years.",
  "errors.title": "There is a problem",
  "running.title": "Time is moving to {time}",
  "running.at": "It is now {time}.",
  events:
    "{events, plural, =0 {Nothing has happened so far.} one {# event has happened.} other {# events have happened.}}",
  "running.wait": "This page refreshes itself until time stops.",
  arrived: "Time has been moved to {time}.",
  failed:
    "Time could not be moved all the way and stopped at {time}. The reason is in the window of the program.",
  console: "Back to the console",
};

export type TimeWords = Messages<keyof typeof lt>;

export const timeWords = (language: Language): TimeWords =>
  language === "lt" ? messagesOf(lt, language) : messagesOf<typeof en>(en, language);
