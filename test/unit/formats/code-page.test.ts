import { encodingNamed, encodingOfLanguage, readSchemaFiles } from "../../../provider/formats";
import { inMemoryFolder } from "./support/samples";
import { dbfBytes, shpBytes } from "./support/shapefile";

/** A table with one column, whose name has these bytes. */
function table(name: Buffer, language: number): Buffer {
  const bytes = dbfBytes([["", "C", 20, 0]]);
  name.copy(bytes, 32);
  bytes.writeUInt8(language, 29);
  return bytes;
}

async function columnOf(name: Buffer, language: number, cpg?: string, extension = ".cpg") {
  const folder = inMemoryFolder({
    "a.shp": shpBytes(1),
    "a.dbf": table(name, language),
    ...(cpg === undefined ? {} : { [`a${extension}`]: cpg }),
  });
  const content = await readSchemaFiles(folder.files, folder.open);
  return { column: content?.featureTypes[0]?.properties[1]?.name, problems: content?.problems };
}

const utf8 = Buffer.from("Straße");
const windows = Buffer.from("Straße", "latin1");
const dos = Buffer.from("Stra\u00e1e", "latin1");

describe("the columns of a Shapefile are read in the encoding that", () => {
  it.each([
    ["UTF-8", utf8],
    ["utf8", utf8],
    ["UTF_8", utf8],
    ["65001", utf8],
    ["\uFEFFUTF-8\r\n", utf8],
    ["1252", windows],
    ["ANSI 1252", windows],
    ["windows-1252", windows],
    ["cp1252", windows],
    ["ISO 8859-1", windows],
    ["ISO-8859-1", windows],
    ["ISO8859_15", windows],
    ["88591", windows],
    ["885915", windows],
    ["28591", windows],
    ["latin1", windows],
    ["ANSI 1250", windows],
    ["ISO 8859-2", windows],
    ["850", dos],
    ["OEM 850", dos],
    ["IBM850", dos],
    ["cp437", dos],
    ["OEM 437", dos],
    ["CP852", dos],
    ["LDID/2", dos],
    ["LDID/87", windows],
  ])("its .cpg names: %s", async (cpg, bytes) => {
    expect(await columnOf(bytes, 0, cpg)).toEqual({ column: "Straße", problems: [] });
    expect(await columnOf(bytes, 1, cpg, ".CPG")).toEqual({ column: "Straße", problems: [] });
  });

  it.each([
    ["OEM 866", [0x93, 0xab, 0xa8, 0xe6, 0xa0], "Улица"],
    ["1251", [0xd3, 0xeb, 0xe8, 0xf6, 0xe0], "Улица"],
    ["ISO 8859-5", [0xc3, 0xdb, 0xd8, 0xe6, 0xd0], "Улица"],
    ["1250", [0xf8, 0x65, 0x6b, 0x61], "řeka"],
    ["ISO 8859-7", [0xcf, 0xe4, 0xfc, 0xf2], "Οδός"],
    ["1253", [0xcf, 0xe4, 0xfc, 0xf2], "Οδός"],
    ["932", [0x93, 0xb9], "道"],
    ["936", [0xb5, 0xc0], "道"],
    ["Big5", [0xb9, 0x44], "道"],
    ["949", [0xb1, 0xe6], "길"],
  ])("its .cpg names, with other letters: %s", async (cpg, bytes, name) => {
    expect(await columnOf(Buffer.from(bytes), 0, cpg)).toEqual({ column: name, problems: [] });
  });

  it.each([
    [0x01, dos],
    [0x02, dos],
    [0x10, dos],
    [0x64, dos],
    [0x03, windows],
    [0x57, windows],
    [0x58, windows],
    [0xc8, windows],
    [0, windows],
  ])("its language byte names: %s", async (language, bytes) => {
    expect(await columnOf(bytes, language)).toEqual({ column: "Straße", problems: [] });
    expect((await columnOf(bytes, language, "\n")).column).toBe("Straße");
  });
});

describe("an encoding that is not known", () => {
  const remark = (message: string) => [
    { file: "a.dbf", message: expect.stringContaining(message) as string, isRemark: true },
  ];

  it("is reported, and the next best takes its place: the language byte, or else ISO 8859-1", async () => {
    expect(await columnOf(windows, 0, "System")).toEqual({
      column: "Straße",
      problems: remark(
        'its .cpg file names the encoding "System", which is not known, so its column names are read as ISO 8859-1; write the right one, such as UTF-8 or 1252, into a .cpg file of the same name',
      ),
    });
    expect(await columnOf(dos, 2, "x")).toEqual({ column: "Straße", problems: remark("read as cp850") });
    expect(await columnOf(windows, 0xfe)).toEqual({ column: "Straße", problems: remark("its language byte is 254") });
  });

  it("is reported if the names are not in it", async () => {
    expect(await columnOf(windows, 0, "UTF-8")).toEqual({
      column: "Straße",
      problems: remark("its column names are not in the encoding utf8, so they are read as ISO 8859-1"),
    });
  });

  it("makes no difference if all names are in ASCII", async () => {
    expect(await columnOf(Buffer.from("NAME"), 0xfe, "nothing")).toEqual({ column: "NAME", problems: [] });
  });
});

describe("any name of an encoding leads to a readable encoding, or to none", () => {
  it("as text and as a byte", () => {
    for (const name of [
      "",
      "constructor",
      "__proto__",
      "base64",
      "hex",
      "internal",
      "_internal",
      "utf7",
      "cp0",
      "8859",
      "885912",
      "88590",
      "ldid/999",
      "(",
      "9".repeat(400),
    ]) {
      expect(encodingNamed(name)).toBeUndefined();
    }
    const known = Array.from({ length: 256 }, (_, byte) => encodingOfLanguage(byte)).filter((it) => it !== undefined);
    expect(known.length).toBeGreaterThan(60);
    for (const name of known) {
      expect(encodingNamed(name)).toBeDefined();
    }
  });
});
