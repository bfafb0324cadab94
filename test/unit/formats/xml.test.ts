import { parseXml, rootOf, xmlLimits, XmlReader } from "../../../provider/formats";

const read = (text: string | Buffer, limits = xmlLimits) => parseXml(Buffer.from(text), "a.xml", limits);

describe("XML", () => {
  it("is read with namespaces, attributes, text and places", () => {
    const root = read('<a:b xmlns:a="urn:a" x="1" a:y="2">\n  <c>one<![CDATA[ & two]]></c>\n</a:b>');
    expect(root).toMatchObject({ name: "b", namespace: "urn:a", line: 1 });
    expect(root.attributes).toEqual([
      { name: "x", namespace: "", value: "1" },
      { name: "y", namespace: "urn:a", value: "2" },
    ]);
    expect(root.children).toMatchObject([{ name: "c", namespace: "", text: "one & two", line: 2, children: [] }]);
  });

  it.each([
    ["nothing", ""],
    ["no markup", "Hello"],
    ["an element that is not closed", "<a><b></a>"],
    ["a prefix that nobody declares", "<x:a/>"],
    ["the same attribute twice", '<a b="1" b="2"/>'],
    ["two roots", "<a/><b/>"],
    ["an entity that is not there", "<a>&nbsp;</a>"],
    ["a document that ends too early", "<a><b>"],
  ])("is refused as %s", (_, text) => {
    expect(() => read(text)).toThrow(/^a\.xml:\d+:\d+: it is not XML: /);
  });

  it("names the line and the column of an error", () => {
    expect(() => read("<a>\n <b></c>\n</a>")).toThrow(/^a\.xml:2:\d+: it is not XML: unexpected close tag/);
  });

  it.each([
    ["an external entity", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ["an external DTD and more", '<!DOCTYPE a SYSTEM "http://example.org/a.dtd" [<!ATTLIST a b CDATA "1">]><a/>'],
    ["what only looks like a comment", '<!DOCTYPE a [<!-- --><!ENTITY b "<!--">]><a/>'],
    ["a parameter entity", "<!DOCTYPE a [%e;]><a/>"],
    ["entities that grow without end", '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
  ])("is refused with %s", (_, text) => {
    expect(() => read(text)).toThrow(/it has a DOCTYPE, which may declare entities and is not read/);
  });

  it.each([
    ["a public name", '<!DOCTYPE a PUBLIC "-//W3C//DTD XMLSCHEMA 200102//EN" "XMLSchema.dtd">'],
    ["an address", "<!DOCTYPE a SYSTEM 'http://example.org/[a].dtd' >"],
    ["nothing", "<!DOCTYPE a>"],
    ["no declarations", '<!DOCTYPE a SYSTEM "a.dtd" [\n <!-- "[none] -->\n]>'],
  ])("is read with a DOCTYPE that has %s, and nothing is fetched for it", (_, doctype) => {
    expect(read(`<?xml version="1.0"?>\n${doctype}\n<a>x</a>`)).toMatchObject({ name: "a", text: "x" });
  });

  it("is refused if it needs something that its DOCTYPE names elsewhere, with the reason", () => {
    expect(() => read('<!DOCTYPE a SYSTEM "a.dtd"><a>&nbsp;</a>')).toThrow(
      /undefined entity.*what its DOCTYPE names elsewhere is not read, so write the character itself/,
    );
    expect(() => read("<a>&nbsp;</a>")).toThrow(/undefined entity$/);
  });

  it("is refused soon if its DOCTYPE is large", () => {
    for (const part of ["<!-- ", "<!---->", "'\"'", "[", " ", "a", "-"]) {
      expect(() => read(`<!DOCTYPE a [${part.repeat(200_000)}`)).toThrow("it is not XML");
      expect(() => read(`<!DOCTYPE a [${part.repeat(200_000)}<!ENTITY a "b">]><a/>`)).toThrow("a.xml:");
    }
  });

  it("is refused if it is nested too deep, or has too much in it", () => {
    expect(() => read("<a>".repeat(300))).toThrow("its elements are nested more than 250 deep");
    expect(() => read(`<a>${"<b/>".repeat(10)}</a>`, { ...xmlLimits, elements: 10 })).toThrow("more than 10 elements");
    expect(() => read("<a>12345</a>", { ...xmlLimits, bytes: 10 })).toThrow("larger than the 10 bytes");
  });

  it("is read in pieces, even if a piece ends within a letter", () => {
    const texts: string[] = [];
    const reader = new XmlReader("a.xml", { text: (text) => texts.push(text) });
    for (const byte of Buffer.from("<a>Straße</a>")) {
      reader.write(Buffer.from([byte]));
    }
    reader.end();
    expect(texts.join("")).toBe("Straße");
  });

  it.each([
    ["UTF-8", Buffer.from("<a>Straße</a>")],
    ["UTF-8 with a mark", Buffer.from("\uFEFF<a>Straße</a>")],
    ["UTF-16 with a mark", Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>Straße</a>', "utf16le")],
    ["UTF-16 without one", Buffer.from("<a>Straße</a>", "utf16le")],
    ["UTF-16, big end first", Buffer.from("\uFEFF<a>Straße</a>", "utf16le").swap16()],
    ["ISO-8859-1", Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Straße</a>', "latin1")],
    ["windows-1252", declared("windows-1252", Buffer.from("Straße", "latin1"))],
    ["windows-1250", declared("windows-1250", Buffer.from([0x53, 0x74, 0x72, 0x61, 0xdf, 0x65]))],
    ["ISO-8859-2", declared("ISO-8859-2", Buffer.from([0x53, 0x74, 0x72, 0x61, 0xdf, 0x65]))],
    ["ISO-8859-15 by another name", declared("l9", Buffer.from("Straße", "latin1"))],
    ["US-ASCII with other letters", declared("us-ascii", Buffer.from("Straße", "latin1"))],
    ["GB18030", declared("gb18030", Buffer.from([0x53, 0x74, 0x72, 0x61, 0x81, 0x30, 0x89, 0x38, 0x65]))],
  ])("is read in %s", (_, bytes) => {
    expect(read(bytes).text).toBe("Straße");
  });

  it.each([
    ["windows-1251", [0xd3, 0xeb, 0xe8, 0xf6, 0xe0], "Улица"],
    ["KOI8-R", [0xf5, 0xcc, 0xc9, 0xc3, 0xc1], "Улица"],
    ["ISO-8859-7", [0xcf, 0xe4, 0xfc, 0xf2], "Οδός"],
    ["Shift_JIS", [0x93, 0xb9], "道"],
  ])("is read in %s, with other letters", (encoding, bytes, text) => {
    expect(read(declared(encoding, Buffer.from(bytes))).text).toBe(text);
  });

  function declared(encoding: string, text: Buffer): Buffer {
    return Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>`), text, Buffer.from("</a>")]);
  }

  it("is refused in an unknown encoding, or in another than the declared one", () => {
    const inAscii = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Straße</a>`;
    expect(() => read(inAscii("EBCDIC-DE"))).toThrow(
      'the encoding "EBCDIC-DE", which is not read here: save it as UTF-8',
    );
    expect(() => read(inAscii("UTF-16"))).toThrow('it says that it is in the encoding "UTF-16", and it is not');
    expect(() => read(Buffer.from(inAscii("UTF-8"), "latin1"))).toThrow("it is not in the encoding utf-8");
    expect(() => read(Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]))).toThrow("UTF-32");
  });

  it("shows its first element from its beginning alone", () => {
    expect(rootOf(Buffer.from('<?xml version="1.0"?><!-- x --><a xmlns="urn:a"><b'))).toMatchObject({
      name: "a",
      namespace: "urn:a",
    });
    expect(rootOf(Buffer.from("no XML"))).toBeUndefined();
  });
});
