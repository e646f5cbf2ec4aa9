import type { Words } from "../../kernel/case-file.ts";

/** What the forms of all calls ask alike, in Lithuanian. ICU messages. */
export const callWords: Words = {
  "callForm.title": "Kvietimas teikti paraiškas",
  "callForm.submit": "Skelbti",
  "callForm.page.texts": "Pavadinimas ir tekstai",
  "callForm.callId.label": "Kvietimo adresas",
  "callForm.callId.hint":
    "Lotyniškos raidės be diakritinių ženklų, skaitmenys ir brūkšneliai, pavyzdžiui, stazuotes-2027. Paskelbus jo keisti negalima.",
  "callForm.titleLt.label": "Pavadinimas lietuviškai",
  "callForm.titleEn.label": "Pavadinimas angliškai",
  "callForm.aboutLt.label": "Apie kvietimą lietuviškai",
  "callForm.aboutLt.hint": "Kam jis skirtas, ką gaus dalyvis, ko iš jo tikimasi. Tai bus kvietimo puslapyje.",
  "callForm.aboutEn.label": "Apie kvietimą angliškai",
  "callForm.contactName.label": "Ko klausti: vardas ir pavardė",
  "callForm.contactName.hint": "Viešai rodoma kvietimo puslapyje.",
  "callForm.contactEmail.label": "Ko klausti: el. paštas",
  "callForm.contactPhone.label": "Ko klausti: telefonas",
  "callForm.page.dates": "Datos",
  "callForm.opensOn.label": "Pirmoji paraiškų diena",
  "callForm.opensAt.label": "Kelintą valandą pradedamos priimti paraiškos?",
  "callForm.opensAt.hint": "Lietuvos laiku, pavyzdžiui, 9:00.",
  "callForm.closesOn.label": "Paskutinė paraiškų diena",
  "callForm.closesOn.hint":
    "Paraiškos priimamos iki šios dienos pabaigos. Paskelbus ją bus galima tik pavėlinti.",
  "callForm.page.staff": "Darbuotojai",
  "callForm.page.rules": "Taisyklės",
};

export const budgetWords: Words = {
  "callForm.page.budget": "Biudžetas",
  "callForm.budget.label": "Kvietimo biudžetas eurais",
  "callForm.budget.hint": "Palikite tuščią, jei suma neribojama. Paskelbus ją bus galima tik didinti.",
  "callForm.payerName.label": "Mokėtojas",
  "callForm.payerName.hint": "Sąskaitos, iš kurios mokama, savininkas. Be jos mokėjimų rinkmenos nebus.",
  "callForm.payerIban.label": "Mokėtojo sąskaita (IBAN)",
};

export const feeWords: Words = {
  ...budgetWords,
  "callForm.hourEuros.label": "Akademinės valandos įkainis eurais",
  "callForm.hourEuros.hint": "Palikite tuščią, jei už vedimą nemokama.",
};

/** One person of the staff; `who` is the role with a capital letter. */
export const personWords = (role: string, who: string): Words => ({
  [`callForm.${role}Name.label`]: `${who}: vardas ir pavardė`,
  [`callForm.${role}Email.label`]: `${who}: el. paštas`,
  [`callForm.${role}Language.label`]: `${who}: laiškų kalba`,
  [`callForm.${role}Language.lt`]: "Lietuvių",
  [`callForm.${role}Language.en`]: "Anglų",
});

/** The columns of a list of people. */
export const peopleColumns = (field: string): Words => ({
  [`callForm.${field}.name.label`]: "vardas ir pavardė",
  [`callForm.${field}.email.label`]: "el. paštas",
  [`callForm.${field}.language.label`]: "kalba (lt arba en)",
  [`callForm.${field}.language.lt`]: "lietuvių",
  [`callForm.${field}.language.en`]: "anglų",
});

/** Those who deliver groups. */
export const delivererWords = (field: string): Words => ({
  ...peopleColumns(field),
  [`callForm.${field}.town.label`]: "gyvenamoji vieta",
  [`callForm.${field}.groups.label`]: "kiek grupių vienu metu",
  [`callForm.${field}.conflicts.label`]: "kurių mokyklų nevesti (atskirtos kableliais)",
});

export const staffWords: Words = {
  ...personWords("coordinator", "Programos koordinatorius"),
  ...personWords("agency", "Agentūra"),
};

/** How large a group is. */
export const sizeWords: Words = {
  ...staffWords,
  ...personWords("finance", "Finansininkas"),
  "callForm.capacity.label": "Kiek daugiausia žmonių grupėje?",
  "callForm.minimum.label": "Kiek žmonių reikia, kad grupė pradėtų darbą?",
  "callForm.joinDays.label": "Kiek dienų prie paskelbtos grupės galima prisijungti?",
};
