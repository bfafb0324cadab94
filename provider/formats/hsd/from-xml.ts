import { FormatError } from "../file-problem";
import { attribute, childNamed, childrenNamed, inBraces, parseXml, textIn, type XmlElement } from "../xml-tree";
import { cardinality, isTrue, type HsdChild, type HsdSchema, type HsdType } from "./model";

export const hsdNamespace = "http://www.esdi-humboldt.eu/hale/schema";

/** The schemas of a .hsd or .haleschema file in XML. */
export function hsdFromXml(content: Uint8Array, file: string): HsdSchema[] {
  const root = parseXml(content, file);
  if (root.namespace !== hsdNamespace || !["schema", "schemas"].includes(root.name)) {
    const message = `it is XML, but no hale schema: its first element is ${inBraces(root)}, expected is {${hsdNamespace}}schema`;
    throw new FormatError({ file, line: root.line, column: root.column, message });
  }
  return (root.name === "schema" ? [root] : childrenNamed(root, "schema")).map((it) => schemaIn(it, file));
}

/** A schema within another document, such as the cache of a project. */
function schemaIn(element: XmlElement, file: string): HsdSchema {
  const relevant = new Set((childNamed(element, "mapping-relevant")?.text ?? "").split(/\s+/));
  const types = childNamed(element, "types");
  return {
    namespace: attribute(element, "namespace") ?? "",
    types: types === undefined ? [] : childrenNamed(types, "type").map((it) => typeIn(it, file, relevant)),
  };
}

function typeIn(element: XmlElement, file: string, relevant: ReadonlySet<string>): HsdType {
  const key = attribute(element, "index");
  const description = childNamed(element, "description");
  const superType = childNamed(element, "superType");
  const base = superType === undefined ? undefined : attribute(superType, "index");
  return {
    ...(key === undefined ? {} : { key }),
    ...nameIn(element, file),
    ...(description === undefined ? {} : { description: textIn(description) }),
    ...(base === undefined ? {} : { superType: base }),
    isAbstract: isTrue(constraint(element, "abstract")),
    isRelevant: key !== undefined && relevant.has(key),
    hasValue: isTrue(constraint(element, "has-value")),
    children: childrenIn(element, file, relevant),
  };
}

function childrenIn(element: XmlElement, file: string, relevant: ReadonlySet<string>): HsdChild[] {
  return (childNamed(element, "declares")?.children ?? []).flatMap((child): HsdChild[] => {
    if (child.name === "group") {
      return [{ kind: "group", children: childrenIn(child, file, relevant) }];
    }
    const type = childNamed(child, "propertyType");
    const inside = type === undefined ? undefined : childNamed(type, "type");
    return child.name !== "property"
      ? []
      : [
          {
            kind: "property",
            ...nameIn(child, file),
            ...cardinality(constraint(child, "cardinality")),
            isAttribute: false,
            type: inside === undefined ? type && attribute(type, "index") : typeIn(inside, file, relevant),
          },
        ];
  });
}

function nameIn(element: XmlElement, file: string): { readonly name: string; readonly namespace: string } {
  const name = childNamed(element, "name");
  if (name === undefined) {
    const message = `the <${element.name}> has no name`;
    throw new FormatError({ file, line: element.line, column: element.column, message });
  }
  return { name: name.text.trim(), namespace: attribute(name, "namespace") ?? "" };
}

function constraint(element: XmlElement, type: string): string | undefined {
  const found = childrenNamed(element, "constraint").find((it) => attribute(it, "type") === type);
  return found === undefined ? undefined : attribute(found, "value");
}
