import { FormatError } from "../problem";
import { attribute, childrenNamed, inBraces, parseXml, textIn, type XmlElement } from "../xml-tree";
import type { ElementDeclaration, Member, Reference, XsdDocument } from "./declarations";
import { kindOf, membersOf, typeOf } from "./members";
import { reference, xs, type Scope } from "./names";

/**
 * One document. `adopted` is the namespace of the document that includes it, for one that has none of its own.
 */
export function parseXsd(content: Uint8Array, path: string, adopted = ""): XsdDocument {
  const root = parseXml(content, path);
  if (root.name !== "schema" || root.namespace !== xs) {
    const message = `it is XML, but no XML Schema: its first element is ${inBraces(root)}, expected is {${xs}}schema`;
    throw new FormatError({ file: path, line: root.line, column: root.column, message });
  }
  const own = attribute(root, "targetNamespace");
  const namespace = own ?? adopted;
  // In a document that adopted its namespace, names without one mean it.
  const unprefixed = own === undefined ? adopted : "";
  const scope: Scope = { namespace, unprefixed, elements: form(root, "element"), attributes: form(root, "attribute") };
  const inSchema = [root, ...childrenNamed(root, "redefine", xs)];
  const all = (name: string) => inSchema.flatMap((place) => childrenNamed(place, name, xs));
  return {
    path,
    namespace,
    isAdopting: own === undefined,
    prefixes: root.prefixes,
    references: ["import", "include", "redefine"].flatMap((kind) =>
      childrenNamed(root, kind, xs).map((it) => referenceOf(it, namespace)),
    ),
    elements: all("element").flatMap((it) => elementOf(it, scope) ?? []),
    types: [
      ...all("complexType").map((it) => typeOf(it, scope)),
      ...all("simpleType").map((it) => typeOf(it, scope)),
    ].filter(({ name }) => name !== undefined),
    groups: new Map([...groups(all("group"), scope), ...groups(all("attributeGroup"), scope)]),
  };
}

function form(root: XmlElement, kind: string): boolean {
  return attribute(root, `${kind}FormDefault`) === "qualified";
}

function referenceOf(element: XmlElement, target: string): Reference {
  const isImport = element.name === "import";
  const location = attribute(element, "schemaLocation")?.trim();
  return {
    kind: isImport ? "import" : "include",
    namespace: isImport ? (attribute(element, "namespace") ?? "") : target,
    ...(location === undefined || location === "" ? {} : { location }),
    line: element.line,
  };
}

function elementOf(element: XmlElement, scope: Scope): ElementDeclaration | undefined {
  const name = attribute(element, "name");
  if (name === undefined) {
    return undefined;
  }
  const heads = (attribute(element, "substitutionGroup") ?? "").split(/\s+/).filter((head) => head !== "");
  const documentation = childrenNamed(element, "annotation", xs).flatMap((it) =>
    childrenNamed(it, "documentation", xs),
  );
  const description = documentation
    .map(textIn)
    .filter((text) => text !== "")
    .join("\n");
  return {
    name,
    namespace: scope.namespace,
    ...kindOf(element, scope),
    heads: heads.map((head) => reference(element, head, scope)),
    isAbstract: isTrue(attribute(element, "abstract")),
    ...(description === "" ? {} : { description }),
  };
}

function groups(elements: readonly XmlElement[], scope: Scope): [string, readonly Member[]][] {
  return elements.flatMap((element): [string, readonly Member[]][] => {
    const name = attribute(element, "name");
    return name === undefined ? [] : [[inBraces({ name, namespace: scope.namespace }), membersOf(element, scope)]];
  });
}

function isTrue(value: string | undefined): boolean {
  return value === "true" || value === "1";
}
