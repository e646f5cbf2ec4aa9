import type { Words } from "../../kernel/case-file.ts";

/** The words of the register of places in Lithuanian. ICU messages. */
export const lt: Words = {
  "stage.submitted": "Pradėtas",
  "state.open": "Mokyklos siūlo vietas stažuotojams.",
  "stage.open": "Siūlomos vietos",
  "state.underWay": "Vietos nebesiūlomos. Registras baigsis su paskutine vieta.",
  "stage.underWay": "Vyksta stažuotės",
  "announcement.title": "Kviesti stažuotojus",
  "announcement.submit": "Skelbti kvietimą",
  "announcement.titleLt.label": "Kvietimo pavadinimas lietuviškai",
  "announcement.titleEn.label": "Kvietimo pavadinimas angliškai",
  "announcement.closes.label": "Paskutinė paraiškų diena",
  "announcement.places.label": "Kurios vietos įeina į kvietimą?",
  "announcement.places.hint":
    "Vietos, kuriose stažuotė prasideda anksčiau nei po 45 dienų nuo paskutinės paraiškų dienos, į kvietimą nepateks: tiek reikia paraiškoms įvertinti, mokykloms apsispręsti ir planams suderinti.",
  "interruption.announced.text":
    "Kvietimas bus paskelbtas iš karto, o mokykloms parašysime, kad jų vietos į jį pateko.",
  "interruption.announced.said": "Paskelbtas kvietimas stažuotojams.",
  "mail.nothingAnnounced.subject": "Kvietimas stažuotojams nepaskelbtas",
  "mail.nothingAnnounced.body":
    "Nė viena pasirinkta vieta į kvietimą netelpa: iki stažuotės pradžios po paskutinės paraiškų dienos turi likti bent 45 dienos. Paskelbkite kvietimą su ankstesne paskutine diena arba kitomis vietomis.",
  "status.closed": "Registras baigtas",
  "status.closed.text": "Visos šio registro vietos panaudotos arba išimtos.",
  "status.calledOff": "Registras uždarytas",
  "status.calledOff.text": "Registras uždarytas anksčiau laiko. Mokykloms parašėme.",
  "callingOff.title": "Uždaryti registrą",
  "callingOff.submit": "Uždaryti",
  "callingOff.reason.label": "Kodėl?",
  "callingOff.reason.hint": "Tai perskaitys visos mokyklos, kurių vietos išimamos.",
  "interruption.calledOff.text":
    "Visos vietos bus išimtos, mokykloms ir stažuotojams parašysime. Atšaukti to negalima.",
  "interruption.calledOff.said": "Registras uždarytas.",
};
