/** The themes of a supervision, from which schools and supervisors choose. */
export const themeWords = {
  lt: {
    cooperation: "Bendradarbiavimas su kolegomis",
    conflict: "Konfliktai ir jų sprendimas",
    parents: "Ryšiai su mokinių tėvais",
    pupils: "Santykiai su mokiniais",
    leadership: "Vadovavimas ir atsakomybė",
    change: "Permainos mokykloje",
    workload: "Darbo krūvis ir perdegimas",
  },
  en: {
    cooperation: "Working with colleagues",
    conflict: "Conflicts and how to solve them",
    parents: "Relations with parents",
    pupils: "Relations with pupils",
    leadership: "Leading and responsibility",
    change: "Changes at school",
    workload: "Workload and burnout",
  },
} as const;
