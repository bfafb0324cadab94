import { XmlReader, xmlLimits, type XmlName, type XmlTag } from "./xml";

/** An element of a document that was read as a whole. */
export interface XmlElement extends XmlTag {
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Every prefix that is known here; `""` is the namespace of names without one. */
  readonly prefixes: Readonly<Record<string, string>>;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/** The root element of a document. */
export function parseXml(content: Uint8Array, file: string, limits = xmlLimits): XmlElement {
  const open: Growing[] = [];
  let root: Growing | undefined;
  const reader = new XmlReader(
    file,
    {
      open: (tag) => {
        const parent = open.at(-1);
        const element = { ...tag, children: [], text: "", prefixes: inScope(parent, tag) };
        parent?.children.push(element);
        root ??= element;
        open.push(element);
      },
      text: (text) => {
        const element = open.at(-1);
        if (element !== undefined) {
          element.text += text;
        }
      },
      close: () => open.pop(),
    },
    limits,
  );
  reader.write(content);
  reader.end();
  if (root === undefined) {
    throw new Error("A document without a root is no XML, which the reader says.");
  }
  return root;
}

function inScope(parent: Growing | undefined, { declares }: XmlTag): Readonly<Record<string, string>> {
  const above = parent?.prefixes ?? (Object.create(null) as Record<string, string>);
  return Object.keys(declares).length === 0 ? above : Object.assign(Object.create(above) as typeof above, declares);
}

/** The value of an attribute without a namespace. */
export function attribute({ attributes }: XmlTag, name: string): string | undefined {
  return attributes.find((it) => it.name === name && it.namespace === "")?.value;
}

export function childrenNamed({ children }: XmlElement, name: string, namespace?: string): XmlElement[] {
  return children.filter((it) => it.name === name && (namespace === undefined || it.namespace === namespace));
}

export function childNamed(element: XmlElement, name: string, namespace?: string): XmlElement | undefined {
  return childrenNamed(element, name, namespace)[0];
}

/** The text of an element and of everything in it, without the white space around it. */
export function textIn(element: XmlElement): string {
  return [element.text, ...element.children.map(textIn)].join("").trim();
}

/** A qualified name such as `gml:AbstractFeature` that is written in a value. */
export function qualified({ prefixes }: XmlElement, value: string): XmlName {
  const [, prefix = "", name = value] = /^(?:([^:]*):)?(.*)$/s.exec(value.trim()) ?? [];
  return { name, namespace: prefixes[prefix] ?? "" };
}

/** `{namespace}name`, or the bare name without one: how names are compared and shown. */
export function inBraces({ name, namespace }: XmlName): string {
  return namespace === "" ? name : `{${namespace}}${name}`;
}
