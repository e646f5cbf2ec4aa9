import { describe, expect, it } from "vitest";
import { distanceKm } from "../../../../workflows/kernel/facts/distance.ts";
import { bare, type Lookup, lookUp, readGazetteer } from "../../../../workflows/kernel/facts/gazetteer.ts";
import { municipalities } from "../../../../workflows/kernel/facts/municipalities.ts";
import { findTown, seatOf } from "../../../../workflows/kernel/facts/towns.ts";

const nameOf = (found: Lookup): string => (found.outcome === "found" ? found.town.name : found.outcome);

describe("a town of Lithuania is found", () => {
  it.each([
    ["Šiauliai", "Šiauliai", "by its name"],
    ["ŠIAULIAI", "Šiauliai", "in capitals"],
    ["  kėdainiai ", "Kėdainiai", "in small letters, between spaces"],
    ["Siauliai", "Šiauliai", "without its signs"],
    ["kudirkos-naumiestis", "Kudirkos Naumiestis", "with other punctuation"],
    ["S\u030ciauliai", "Šiauliai", "with its signs written apart"],
    ["Ukmergė", "Ukmergė", "though GeoNames writes Ukmerge"],
    ["Ukmerge", "Ukmergė", "and is then shown with its signs"],
    ["Kovno", "Kaunas", "by an alternate name"],
    ["Akademija", "Akademija", "without what GeoNames adds in brackets"],
  ])("%j is %s: %s", (written, name) => {
    expect(nameOf(findTown("LT", written))).toBe(name);
  });

  it("where it is, with the municipality as addresses have it", () => {
    expect(findTown("LT", "Garliava")).toEqual({
      outcome: "found",
      town: { name: "Garliava", latitude: 54.821, longitude: 23.871, municipality: "Kauno r." },
    });
  });

  it.each<[string | undefined, string, string]>([
    [undefined, "Panevėžio r.", "a town before a part of Vilnius, though more people live there"],
    ["Vilniaus miesto savivaldybė", "Vilniaus m.", "the municipality decides"],
    ["Panevėžio rajono savivaldybė", "Panevėžio r.", "in full"],
    ["panevėžio raj. sav.", "Panevėžio r.", "or abbreviated"],
    ["Kauno r.", "Panevėžio r.", "one that has no such town decides nothing"],
    ["nowhere", "Panevėžio r.", "nor does one that does not exist"],
  ])("Naujamiestis in %j is that of %s: %s", (municipality, decided) => {
    const found = findTown("LT", "Naujamiestis", municipality === undefined ? {} : { municipality });
    expect(found).toMatchObject({ outcome: "found", town: { municipality: decided } });
  });
});

describe("a town that is unknown", () => {
  it.each([
    ["Kaunsa", "Kaunas"],
    ["Panevežiai", "Panevėžys"],
    ["Mažeikia", "Mažeikiai"],
    ["Kazlu Ruta", "Kazlų Rūda"],
  ])("%s comes with what looks alike, such as %s", (written, suggestion) => {
    const unknown = findTown("LT", written);
    expect(unknown).toMatchObject({ outcome: "unknown" });
    expect(unknown.outcome === "unknown" && unknown.nearest).toContain(suggestion);
  });

  it.each(["", " ", "—", "Xyzxyz", "🏠"])("%j comes with nothing", (written) => {
    expect(findTown("LT", written)).toEqual({ outcome: "unknown", nearest: [] });
  });

  it("is one whose name is only an old name of a town elsewhere: Medininkai is not Varniai", () => {
    expect(nameOf(findTown("LT", "Medininkai", { municipality: "Telšių r." }))).toBe("Varniai");
    expect(nameOf(findTown("LT", "Medininkai", { municipality: "Vilniaus r." }))).toBe("unknown");
  });

  it("can be stood in for by the seat of its municipality", () => {
    expect(nameOf(findTown("LT", "Krekenava"))).toBe("unknown");
    expect(seatOf("Panevėžio r. sav.")).toMatchObject({ name: "Panevėžys" });
    expect(seatOf("Klaipėdos rajono savivaldybė")).toMatchObject({ name: "Gargždai" });
    expect(seatOf("Harju maakond")).toBeUndefined();
  });
});

describe("the municipalities", () => {
  it("are sixty, each with a seat that is found under its name as written", () => {
    const all = Object.values(municipalities);
    expect(all).toHaveLength(60);
    expect(new Set(all.map(({ name }) => name)).size).toBe(60);
    for (const { name, seat } of all) expect(seatOf(name)).toMatchObject({ name: seat });
  });
});

/** Towns (miestai) by the law; from the list of residential areas of Lithuania. */
const towns = `
Akmenė, Alytus, Anykščiai, Ariogala, Baltoji Vokė, Birštonas, Biržai, Daugai, Druskininkai, Dūkštas,
Dusetos, Eišiškės, Elektrėnai, Ežerėlis, Gargždai, Garliava, Gelgaudiškis, Grigiškės, Ignalina,
Jieznas, Jonava, Joniškėlis, Joniškis, Jurbarkas, Kaišiadorys, Kalvarija, Kaunas, Kavarskas, Kazlų
Rūda, Kėdainiai, Kelmė, Klaipėda, Kretinga, Kudirkos Naumiestis, Kupiškis, Kuršėnai, Kybartai,
Lazdijai, Lentvaris, Linkuva, Marijampolė, Mažeikiai, Molėtai, Naujoji Akmenė, Nemenčinė, Neringa,
Obeliai, Pabradė, Pagėgiai, Pakruojis, Palanga, Pandėlys, Panemunė, Panevėžys, Pasvalys, Plungė,
Priekulė, Prienai, Radviliškis, Ramygala, Raseiniai, Rietavas, Rokiškis, Rūdiškės, Salantai, Seda,
Simnas, Skaudvilė, Skuodas, Smalininkai, Subačius, Šakiai, Šalčininkai, Šeduva, Šiauliai, Šilalė,
Šilutė, Širvintos, Švenčionėliai, Švenčionys, Tauragė, Telšiai, Trakai, Troškūnai, Tytuvėnai,
Ukmergė, Utena, Užventis, Vabalninkas, Varėna, Varniai, Veisiejai, Venta, Viekšniai, Vievis,
Vilkaviškis, Vilkija, Vilnius, Virbalis, Visaginas, Zarasai, Žagarė, Žiežmariai
`
  .trim()
  .split(/,\s+/);

it("98 of the 103 towns of Lithuania are found, and these five wait for better data", () => {
  expect(towns).toHaveLength(103);
  const missing = towns.filter((name) => findTown("LT", name).outcome === "unknown");
  expect(missing).toEqual(["Joniškėlis", "Panemunė", "Subačius", "Troškūnai", "Tytuvėnai"]);
});

describe("namesakes", () => {
  const gazetteer = readGazetteer(
    [
      "Bala\t55.000\t24.000\t\t52",
      "Balà\t56.000\t24.000\t\t66",
      "Kita\t57.000\t24.000\tBala,Kaip kita\t52",
    ].join("\n"),
  );

  it("the name as written goes before the name without its signs, and that before an alternate name", () => {
    expect(lookUp(gazetteer, "balà")).toMatchObject({ town: { latitude: 56 } });
    expect(lookUp(gazetteer, "Bala")).toMatchObject({ town: { latitude: 55 } });
    expect(lookUp(gazetteer, "Bąla")).toMatchObject({ town: { latitude: 55 } });
    expect(lookUp(gazetteer, "kaip KITA")).toMatchObject({ town: { latitude: 57 } });
  });
});

it("names are compared bare: Straße, Łódź, Tromsø, Æbeltoft, Þorlákshöfn", () => {
  expect(["Straße", "ŁÓDŹ", "Tromsø", "Æbeltoft", "Þorlákshöfn"].map(bare)).toEqual([
    "strasse",
    "lodz",
    "tromso",
    "aebeltoft",
    "thorlakshofn",
  ]);
});

describe("the straight line", () => {
  const town = (name: string) => {
    const found = findTown("LT", name);
    if (found.outcome !== "found") throw new Error(`${name} must be known`);
    return found.town;
  };
  const dublin = { latitude: 53.333, longitude: -6.249 };

  it.each([
    ["Vilnius", "Kaunas", 90],
    ["Vilnius", "Klaipėda", 286],
    ["Zarasai", "Nida", 333],
  ])("from %s to %s is %d km, the same both ways", (from, to, km) => {
    expect(distanceKm(town(from), town(to))).toBe(km);
    expect(distanceKm(town(to), town(from))).toBe(km);
  });

  it("to oneself is nothing", () => {
    expect(distanceKm(dublin, dublin)).toBe(0);
  });

  it("is rounded down to whole kilometres: a tenth of a degree of the equator is 11.1 km", () => {
    const onEquator = (longitude: number) => ({ latitude: 0, longitude });
    expect(distanceKm(onEquator(0), onEquator(0.1))).toBe(11);
    expect(distanceKm(onEquator(0), onEquator(0.0899))).toBe(9);
    expect(distanceKm(onEquator(179.95), onEquator(-179.95))).toBe(11);
  });

  it("takes a quarter of a great circle for 10 007 km, as on a sphere of mean radius 6371.0088 km", () => {
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 90, longitude: 0 })).toBe(10_007);
  });
});
