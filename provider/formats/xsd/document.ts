import { FormatError } from "../file-problem";
import { attribute, childrenNamed, inBraces, parseXml, textIn, type XmlElement } from "../xml-tree";
import type { Components, ElementDeclaration, Member, Reference, XsdDocument } from "./declarations";
import { kindOf, membersOf, typeOf } from "./members";
import { groupKey, reference, xs, type Scope } from "./names";

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
  return {
    path,
    namespace,
    isAdopting: own === undefined,
    prefixes: root.prefixes,
    references: (["import", "include", "redefine", "override"] as const).flatMap((kind) =>
      childrenNamed(root, kind, xs).map((it) => referenceOf(kind, it, scope)),
    ),
    ...componentsIn(root, scope),
  };
}

function componentsIn(place: XmlElement, scope: Scope): Components {
  const all = (name: string) => childrenNamed(place, name, xs);
  return {
    elements: all("element").flatMap((it) => elementOf(it, scope) ?? []),
    types: [
      ...all("complexType").map((it) => typeOf(it, scope)),
      ...all("simpleType").map((it) => typeOf(it, scope)),
    ].filter(({ name }) => name !== undefined),
    groups: new Map(groups([...all("group"), ...all("attributeGroup")], scope)),
  };
}

function form(root: XmlElement, kind: string): boolean {
  return attribute(root, `${kind}FormDefault`) === "qualified";
}

function referenceOf(kind: Reference["kind"], element: XmlElement, scope: Scope): Reference {
  const location = attribute(element, "schemaLocation")?.trim();
  return {
    kind,
    namespace: kind === "import" ? (attribute(element, "namespace") ?? "") : scope.namespace,
    ...(location === undefined || location === "" ? {} : { location }),
    line: element.line,
    ...(kind === "redefine" || kind === "override" ? { changes: componentsIn(element, scope) } : {}),
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
    return name === undefined
      ? []
      : [[groupKey(element, inBraces({ name, namespace: scope.namespace })), membersOf(element, scope)]];
  });
}

function isTrue(value: string | undefined): boolean {
  return value === "true" || value === "1";
}
