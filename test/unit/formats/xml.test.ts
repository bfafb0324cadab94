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
  ])("is not %s", (_, text) => {
    expect(() => read(text)).toThrow(/^a\.xml:\d+:\d+: it is not XML: /);
  });

  it("tells the line and the column", () => {
    expect(() => read("<a>\n <b></c>\n</a>")).toThrow(/^a\.xml:2:\d+: it is not XML: unexpected close tag/);
  });

  it.each([
    ["an external entity", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ["an external DTD", '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'],
    ["entities that grow without end", '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
  ])("is refused with %s", (_, text) => {
    expect(() => read(text)).toThrow(/it has a DOCTYPE, which may declare entities and is not read/);
  });

  it("is refused when it is nested too deep, or has too much in it", () => {
    expect(() => read("<a>".repeat(300))).toThrow("its elements are nested more than 250 deep");
    expect(() => read(`<a>${"<b/>".repeat(10)}</a>`, { ...xmlLimits, elements: 10 })).toThrow("more than 10 elements");
    expect(() => read("<a>12345</a>", { ...xmlLimits, bytes: 10 })).toThrow("larger than the 10 bytes");
  });

  it("is read in pieces, even where a piece ends within a letter", () => {
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
  ])("is read in %s", (_, bytes) => {
    expect(read(bytes).text).toBe("Straße");
  });

  it("is refused in an encoding that is not read, or that is not the declared one", () => {
    const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Straße</a>`;
    expect(() => read(declared("EBCDIC-DE"))).toThrow(
      'the encoding "EBCDIC-DE", which is not read here: save it as UTF-8',
    );
    expect(() => read(declared("UTF-16"))).toThrow('it says that it is in the encoding "UTF-16", and it is not');
    expect(() => read(Buffer.from(declared("UTF-8"), "latin1"))).toThrow("it is not in the encoding utf-8");
    expect(() => read(Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]))).toThrow("UTF-32");
  });

  it("tells its first element by its beginning alone", () => {
    expect(rootOf(Buffer.from('<?xml version="1.0"?><!-- x --><a xmlns="urn:a"><b'))).toMatchObject({
      name: "a",
      namespace: "urn:a",
    });
    expect(rootOf(Buffer.from("no XML"))).toBeUndefined();
  });
});
