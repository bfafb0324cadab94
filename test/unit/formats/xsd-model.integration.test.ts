import { readSchemaFiles } from "../../../provider/formats";
import { inMemoryFolder } from "./support/samples";

/** What is in a component: a field, an attribute, or what a group of another name holds. */
type Item = string;
type Components = Readonly<Record<string, readonly Item[]>>;

/** Of a redefinition: what it was before comes first. */
interface Link {
  readonly kind: "include" | "redefine" | "override";
  readonly child: Document;
  readonly changes: Components;
  readonly anew: ReadonlySet<string>;
}

interface Document {
  readonly file: string;
  readonly own: Components;
  readonly links: readonly Link[];
}

/** The specification, followed word by word: an override is a document of its own, which is then included. */
function composed({ own, links }: Document): Components {
  return links.reduce((all, { kind, child, changes, anew }) => {
    if (kind === "override") {
      return { ...all, ...composed(transformed(child, changes)) };
    }
    const inside = composed(child);
    const redefined = Object.entries(kind === "redefine" ? changes : {}).map(
      ([name, items]) => [name, anew.has(name) ? items : [...(inside[name] ?? []), ...items]] as const,
    );
    return { ...all, ...inside, ...Object.fromEntries(redefined) };
  }, own);
}

function transformed({ file, own, links }: Document, changes: Components): Document {
  const changed = (components: Components) =>
    Object.fromEntries(Object.entries(components).map(([name, items]) => [name, changes[name] ?? items]));
  return {
    file,
    own: changed(own),
    links: links.map((link): Link => {
      if (link.kind === "redefine") {
        const child = transformed(link.child, changes);
        const anew = new Set([...link.anew, ...Object.keys(changes)]);
        return { kind: "redefine", child, changes: changed(link.changes), anew };
      }
      return { ...link, kind: "override", changes: { ...(link.kind === "override" ? link.changes : {}), ...changes } };
    }),
  };
}

function propertiesOf(all: Components, name: string): readonly string[] {
  return (all[name] ?? []).flatMap((item) => (/^[GA]/.test(item) ? propertiesOf(all, item) : [item]));
}

const names = ["T0", "T1", "T2", "G0", "G1", "A0"];

/** A random tree of documents, each component declared once in it. */
function tree(next: (below: number) => number): Document {
  let files = 0;
  const free = [...names];
  let fields = 0;
  const items = (name: string): Item[] => {
    const own = Array.from(
      { length: 1 + next(2) },
      () => `${name.startsWith("A") ? "x" : "f"}${String((fields += 1))}`,
    );
    const used = name.startsWith("T") ? ["G0", "G1", "A0"].filter(() => next(3) === 0) : [];
    return [...own, ...used];
  };
  const grown = (depth: number): Document => {
    const declared = free.splice(0, depth === 0 ? free.length : next(3));
    const own = Object.fromEntries(declared.map((name) => [name, items(name)]));
    const links = Array.from({ length: depth === 0 ? 0 : 1 + next(2) }, (): Link => {
      const child = grown(depth - 1);
      const kind = (["include", "redefine", "override"] as const)[next(3)] ?? "include";
      const there = Object.keys(composed(child));
      const chosen = kind === "include" ? [] : (kind === "override" ? names : there).filter(() => next(2) === 0);
      const anew = new Set(chosen.filter((name) => !name.startsWith("T") && next(3) === 0));
      return { kind, child, changes: Object.fromEntries(chosen.map((name) => [name, items(name)])), anew };
    });
    return { file: `d${String((files += 1))}.xsd`, own, links };
  };
  return grown(1 + next(4));
}

const isAttribute = (item: Item) => /^[xA]/.test(item);

function inXml(name: string, items: readonly Item[], how: "declared" | "extended"): string {
  const shown = (item: Item) =>
    /^[GA]/.test(item)
      ? `<xs:${isAttribute(item) ? "attributeGroup" : "group"} ref="t:${item}"/>`
      : `<xs:${isAttribute(item) ? "attribute" : "element"} name="${item}" type="xs:string"/>`;
  const elements = items.filter((item) => !isAttribute(item)).map(shown);
  const attributes = items.filter(isAttribute).map(shown).join("");
  const inside = (before: string) => `<xs:sequence>${before}${elements.join("")}</xs:sequence>${attributes}`;
  if (name.startsWith("T")) {
    const content =
      how === "extended"
        ? `<xs:complexContent><xs:extension base="t:${name}">${inside("")}</xs:extension></xs:complexContent>`
        : inside("");
    return `<xs:complexType name="${name}">${content}</xs:complexType>`;
  }
  const former = how === "extended" ? shown(name) : "";
  return name.startsWith("G")
    ? `<xs:group name="${name}">${inside(former)}</xs:group>`
    : `<xs:attributeGroup name="${name}">${former}${attributes}</xs:attributeGroup>`;
}

function filesOf({ file, own, links }: Document, elements = ""): Record<string, string> {
  const declared = Object.entries(own).map(([name, items]) => inXml(name, items, "declared"));
  const linked = links.map(({ kind, child, changes, anew }) => {
    const isExtended = (name: string) => kind === "redefine" && !anew.has(name);
    const inside = Object.entries(changes).map(([name, items]) =>
      inXml(name, items, isExtended(name) ? "extended" : "declared"),
    );
    return `<xs:${kind} schemaLocation="${child.file}">${inside.join("")}</xs:${kind}>`;
  });
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:t="urn:t" targetNamespace="urn:t">${linked.join("")}${declared.join("")}${elements}</xs:schema>`;
  return Object.assign({ [file]: text }, ...links.map(({ child }) => filesOf(child))) as Record<string, string>;
}

/** The same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it("documents that redefine and override one another come to what the specification says", async () => {
  let changed = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const whole = tree(numbers(seed * 7919));
    const all = composed(whole);
    const types = ["T0", "T1", "T2"].filter((name) => all[name] !== undefined);
    const elements = types.map(
      (it) => `<xs:element name="${it}" type="t:${it}" substitutionGroup="gml:AbstractFeature"/>`,
    );
    const { files, open } = inMemoryFolder(filesOf(whole, elements.join("")));
    const content = await readSchemaFiles(files, open);
    const read = content?.featureTypes.map(({ name, properties }) => [name, properties.map((it) => it.name)]);
    expect([seed, content?.problems, read]).toEqual([seed, [], types.map((name) => [name, propertiesOf(all, name)])]);
    expect(content?.statistics.types).toBe(types.length);
    changed += whole.links.some(({ kind }) => kind !== "include") ? 1 : 0;
  }
  expect(changed).toBeGreaterThan(100);
});
