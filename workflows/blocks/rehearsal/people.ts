/** People of a call whose file names nobody: invented, so that a rehearsal needs no more than what it is about. */
interface Contact {
  readonly name: string;
  readonly email: string;
  readonly language: "lt" | "en";
}

const lithuanian = (name: string, mailbox: string): Contact => ({
  name,
  email: `${mailbox}@kelias.example`,
  language: "lt",
});

/** What everybody writes who has to write something. */
export const inWords = "Aptarta ir sutarta su visais, kuriems tai rūpi.";

/** The same where whoever walks through an example would wonder at it: why something is refused, or what was learned. */
export const written = {
  refused: "Šiais metais tam nėra sąlygų.",
  notYet: "Trūksta praktikos: siūlome pabandyti po metų.",
  returned: "Prašome papildyti: trūksta datų ir atsakingų žmonių.",
  motivation: "Noriu mokytis iš kolegų ir tuo dalytis savo mokykloje.",
  goals: "Išmokti planuoti pamokas kartu su kolegomis ir jas aptarti.",
  activities: "Stebėtos kolegų pamokos, vestos savos, visos aptartos kartu.",
  learned: "Kaip klausti, kad mokiniai patys rastų atsakymą, ir kaip tai vertinti.",
  use: "Išbandysiu dviejose klasėse ir papasakosiu metodinėje grupėje.",
  summary: "Įvyko viskas, kas planuota; dalyviai prašo tęsti.",
  method: "Apklausa prieš pradedant ir baigus, mokinių darbų aplankai.",
  offers: "Pamokų stebėjimas ir aptarimas, susitikimas su mokyklos komanda.",
  about: "Dirbame kartu su mokytojais: nuo sumanymo iki parodyto darbo.",
} as const;

/** The account that a call pays from whose file names none; the IBAN is the one that Lithuanian banks print as example. */
export const defaultPayer = { name: "Nacionalinė švietimo agentūra", iban: "LT121000011101001000" };

/** Who stands behind the roles of a call. */
export const defaultStaff = {
  coordinator: lithuanian("Rasa Kalvaitytė", "koordinatore"),
  commission: lithuanian("Tomas Girdenis", "komisija"),
  agency: lithuanian("Jūratė Stankūnienė", "agentura"),
  finance: lithuanian("Vytautas Baranauskas", "finansai"),
};

/**
 * Reviewers of no school and no municipality, so that nobody has a conflict of interest: a rehearsal is about what
 * its file says. Eight, so that a third review always finds somebody new.
 */
export const defaultReviewers: readonly Contact[] = [
  lithuanian("Aldona Vaitkevičienė", "ekspertas-1"),
  lithuanian("Bronius Šimkus", "ekspertas-2"),
  lithuanian("Daiva Lukošiūtė", "ekspertas-3"),
  lithuanian("Eugenijus Mačiulis", "ekspertas-4"),
  lithuanian("Gražina Urbonienė", "ekspertas-5"),
  lithuanian("Henrikas Norkus", "ekspertas-6"),
  lithuanian("Irena Žilinskaitė", "ekspertas-7"),
  lithuanian("Kęstutis Ambrazas", "ekspertas-8"),
];

/** Somebody at a host whose file names nobody; hosts are written to in English. */
export const defaultHostContact = (country: string, institution: string): Contact => ({
  name: institution,
  email: `host-${country.toLowerCase()}@kelias.example`,
  language: "en",
});
