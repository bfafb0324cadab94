/**
 * The encoding of a table's texts, by what a .cpg file beside it says: as ArcGIS (`UTF-8`, `OEM 850`, `ANSI 1252`,
 * `88591`), QGIS (`ISO 8859-1`, `1252`, `System`), GDAL (`LDID/87`) and GeoServer (`windows-1252`) write it; undefined
 * where no such encoding is known.
 */
export function encodingNamed(name: string): string | undefined {
  const plain = name
    .replace(/^\uFEFF/, "")
    .replace(/\0/g, "")
    .trim()
    .toLowerCase();
  const [, language] = /^ldid[/ ]?(\d+)$/.exec(plain) ?? [];
  if (language !== undefined) {
    return encodingOfLanguage(Number(language));
  }
  const bare = plain.replace(/[^a-z0-9]/g, "");
  const [, digits] = /^(?:ansi|oem|cp|ibm|dos|msdos|windows|win|mswin|codepage|x)?0*(\d+)$/.exec(bare) ?? [];
  return digits === undefined ? known(others[bare] ?? bare) : known(byNumber(digits));
}

/** `1252`, and the numbers that ESRI and Microsoft give to encodings that are no code pages. */
function byNumber(digits: string): string {
  const [, part] = /^8859(1?\d)$/.exec(digits) ?? [];
  const [, ofMicrosoft] = /^2859(\d)$/.exec(digits) ?? [];
  const iso = part ?? ofMicrosoft;
  return iso === undefined ? (numbered[digits] ?? `cp${digits}`) : `iso8859${iso}`;
}

const numbered: Readonly<Record<string, string>> = {
  "65001": "utf8",
  "1200": "utf16le",
  "28603": "iso885913",
  "28605": "iso885915",
  "20127": "iso88591",
  "20866": "koi8r",
  "21866": "koi8u",
  "10000": "macroman",
  "10006": "macgreek",
  "10007": "maccyrillic",
  "10029": "maccenteuro",
  "51949": "euckr",
  "54936": "gb18030",
};

/** «ANSI» alone is what Windows has in Western Europe. */
const others: Readonly<Record<string, string>> = {
  ascii: "iso88591",
  usascii: "iso88591",
  ansi: "cp1252",
  oem: "cp437",
  unicode: "utf16le",
  sjis: "shiftjis",
  macintosh: "macroman",
};

/** The same, by the language byte of a .dbf; undefined for one that is not known. 0 says nothing. */
export function encodingOfLanguage(language: number): string | undefined {
  return byLanguage.get(language);
}

/** The language drivers of dBASE, FoxPro and ArcGIS, by the code page that each stands for. */
const languages: Readonly<Record<string, readonly number[]>> = {
  cp437: [0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b],
  cp850: [0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37],
  cp1252: [0x03, 0x57, 0x58, 0x59],
  macroman: [0x04],
  cp865: [0x08, 0x17, 0x66],
  shiftjis: [0x13, 0x56, 0x7b],
  cp863: [0x1c, 0x6c],
  cp852: [0x1f, 0x22, 0x23, 0x40, 0x64, 0x87],
  cp860: [0x24],
  cp866: [0x26, 0x65],
  cp936: [0x4d, 0x7a],
  cp949: [0x4e, 0x79],
  cp950: [0x4f, 0x78],
  cp874: [0x50, 0x7c],
  cp861: [0x67],
  cp737: [0x6a, 0x86],
  cp857: [0x6b, 0x88],
  maccyrillic: [0x96],
  maccenteuro: [0x97],
  macgreek: [0x98],
  cp1250: [0xc8],
  cp1251: [0xc9],
  cp1254: [0xca],
  cp1255: [0x7d],
  cp1256: [0x7e],
  cp1253: [0xcb],
  cp1257: [0xcc],
};

const byLanguage = new Map(Object.entries(languages).flatMap(([name, bytes]) => bytes.map((byte) => [byte, name])));

/** In the name that the library has, which also knows names that are functions of its own. */
function known(name: string): string | undefined {
  return /^(?:utf8|utf16|utf16le|utf16be|(?:cp|iso8859|latin|koi8|mac|euc|big5|gb|ksc|shiftjis|tis620).*)$/.test(
    name,
  ) && iconv().encodingExists(name)
    ? name
    : undefined;
}

export function decoded(bytes: Uint8Array, encoding: string): string {
  return iconv().decode(Buffer.from(bytes), encoding);
}

/** Loaded with the first table. */
function iconv() {
  return require("iconv-lite") as typeof import("iconv-lite");
}

/** How the texts of a table are written, and what there is to say if that had to be guessed. */
export interface TableEncoding {
  readonly name: string;
  readonly unsure?: string;
}

/**
 * What the .cpg file says, else the language byte of the table; where neither says anything, the encoding that
 * Shapefiles have by definition.
 */
export function tableEncoding(cpg: string | undefined, language: number): TableEncoding {
  const named = cpg === undefined ? undefined : encodingNamed(cpg);
  if (named !== undefined) {
    return { name: named };
  }
  const byByte = encodingOfLanguage(language);
  const name = byByte ?? "iso88591";
  if (cpg !== undefined && cpg.trim() !== "") {
    return { name, unsure: `its .cpg file names the encoding ${JSON.stringify(cpg.trim())}, which is not known` };
  }
  return byByte === undefined && language !== 0
    ? { name, unsure: `its language byte is ${String(language)}, which is not known` }
    : { name };
}
