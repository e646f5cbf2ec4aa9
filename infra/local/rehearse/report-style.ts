/** The look of the report, which stands in the page itself. Colours are those of the portal. */
export const reportStyle = `
:root { color-scheme: light; --ink: #1a2422; --soft: #4c5a57; --brand: #12403c; --line: #c3cdc9; --paper: #eef2ef;
  --green: #1b6e4f; --red: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif; }
.language { position: absolute; opacity: 0; }
#lt:checked ~ main[lang="en"], #en:checked ~ main[lang="lt"] { display: none; }
.choice { background: var(--brand); padding: 0.75rem max(1rem, calc((100% - 70rem) / 2)); display: flex;
  justify-content: flex-end; gap: 0.5rem; }
.choice label { color: #fff; padding: 0.25rem 0.75rem; border: 1px solid transparent; border-radius: 1rem;
  cursor: pointer; }
.choice label:hover { border-color: #fff; }
#lt:checked ~ .choice label[for="lt"], #en:checked ~ .choice label[for="en"] { background: #fff; color: var(--brand);
  font-weight: 600; }
#lt:focus-visible ~ .choice label[for="lt"], #en:focus-visible ~ .choice label[for="en"], .scroll:focus-visible {
  outline: 3px solid #ffcf5c; outline-offset: 2px; box-shadow: 0 0 0 2px #14201e; }
header { background: var(--brand); color: #fff; padding: 0.5rem max(1rem, calc((100% - 70rem) / 2)) 5.5rem; }
header p { margin: 0.25rem 0; max-width: 46rem; }
.kicker { font-size: 0.9375rem; letter-spacing: 0.02em; color: #cfe3dc; }
h1 { font-size: clamp(1.6rem, 4vw, 2.4rem); line-height: 1.15; margin: 0.25rem 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 0 0 0.25rem; color: var(--brand); }
.body { max-width: 72rem; margin: -4.5rem auto 2rem; padding: 0 1rem; display: grid; gap: 1rem;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
.card { background: #fff; border-radius: 0.5rem; padding: 1.25rem; box-shadow: 0 1px 3px rgb(18 64 60 / 20%); min-width: 0; }
.wide { grid-column: 1 / -1; }
.side { display: grid; gap: 1rem; min-width: 0; }
header span { white-space: nowrap; }
.note { color: var(--soft); margin: 0 0 1rem; }
.figures { display: grid; grid-template-columns: repeat(6, auto); justify-content: space-between; gap: 1rem 0.75rem; margin: 0; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-left: 3px solid var(--green);
  padding-left: 0.75rem; }
.figures dt { color: var(--soft); font-size: 0.9375rem; }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 700; line-height: 1.2; white-space: nowrap; font-variant-numeric: tabular-nums; }
.chart { display: block; width: 100%; height: auto; font-family: inherit; }
.chart text { fill: var(--ink); font-size: 15px; }
.chart .stage { font-weight: 600; font-size: 16px; }
.chart .exit { fill: var(--soft); font-size: 14.5px; }
.chart .count { font-weight: 700; fill: var(--ink); }
.stream { fill: #b9d8cb; }
.point { fill: var(--brand); }
.place-completed, .money-paid { fill: var(--green); }
.place-recovered, .money-back { fill: var(--red); }
.place-unfilled { fill: #fff; stroke: #7d8a85; stroke-dasharray: 3 2; }
.track { fill: var(--paper); }
.money-granted { fill: #7d8a85; }
.money-out { fill: #12574f; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.5rem; }
th, td { text-align: left; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th:first-child { padding-left: 0; }
thead th { color: var(--soft); font-weight: 600; vertical-align: bottom; border-bottom: 2px solid var(--brand); }
tbody th { font-weight: 600; }
tfoot th, tfoot td { font-weight: 700; border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
.scroll { overflow-x: auto; }
.people tbody tr:nth-child(even) { background: #f6f8f7; }
.people table { font-size: 0.875rem; }
.people th, .people td { padding-right: 0.4rem; }
.people td, .people thead th + th { padding-left: 0.4rem; }
.people tbody th { min-width: 8.5rem; }
.status { white-space: nowrap; }
.status::before { content: ""; display: inline-block; width: 0.65em; height: 0.65em; border-radius: 50%;
  background: var(--colour); margin-right: 0.45em; }
footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem 2rem; color: var(--soft); font-size: 0.9375rem; }
footer dl { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0; }
footer div { display: flex; gap: 0.4rem; }
footer dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
@media screen and (max-width: 52rem) {
  .body { grid-template-columns: minmax(0, 1fr); }
  .card { padding: 1rem; }
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figures { column-gap: 0.5rem; }
  .figures dd { font-size: 1.1rem; }
  .people tbody th, .people thead th:first-child { position: sticky; left: 0; background: #fff; min-width: 8rem; }
  .people tbody tr:nth-child(even) th { background: #f6f8f7; }
}
@media print {
  @page { size: A4; margin: 14mm; }
  body { background: #fff; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .choice { display: none; }
  header { background: none; color: var(--ink); padding: 0 0 0.5rem; }
  .kicker { color: var(--soft); }
  .body { margin: 0; padding: 0; }
  .figures dd { font-size: 12pt; }
  .figures dt { font-size: 9pt; }
  .card { box-shadow: none; border: 1px solid var(--line); break-inside: avoid; }
  .card.everyone { break-inside: auto; border: 0; padding: 0; }
  .scroll { overflow: visible; }
  table, .people table { font-size: 7pt; }
  .people tbody th { min-width: 0; }
  th, td { padding: 0.15rem 0.3rem; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;
