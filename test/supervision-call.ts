export const contact = (name: string) => ({
  name,
  email: `${name}@agency.example`,
  language: "lt" as const,
});

/** A call for supervisions of one spring, without its supervisors. */
export const supervisionCall = {
  id: "supervizijos",
  process: "supervision",
  title: { lt: "Supervizijos", en: "Supervisions" },
  opens: "2027-01-04T08:00",
  closes: "2027-03-31T23:59:59",
  staff: { coordinator: contact("coordinator"), agency: contact("agency"), finance: contact("finance") },
};

/** What a school writes that applies for a group of its own. */
export const supervisedSchool = {
  school: "Vilniaus „Žiburio“ gimnazija",
  municipality: "Vilniaus miesto savivaldybė",
  town: "Vilnius",
  fullName: "Rūta Žemaitė",
  email: "ruta@mokykla.example",
  themes: ["cooperation"],
  size: 4,
  open: "no",
};
