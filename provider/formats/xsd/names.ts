import { inBraces, qualified, type XmlElement } from "../xml-tree";

export const xs = "http://www.w3.org/2001/XMLSchema";

/** What holds in a whole document. */
export interface Scope {
  readonly namespace: string;
  /** What a name without a prefix means where no default namespace is declared. */
  readonly unprefixed: string;
  /** Whether the names of local elements and attributes are in the namespace. */
  readonly elements: boolean;
  readonly attributes: boolean;
}

export function reference(element: XmlElement, value: string, scope: Scope): string {
  const name = qualified(element, value);
  return inBraces(name.namespace === "" ? { ...name, namespace: scope.unprefixed } : name);
}

/** Groups of attributes may have the names of groups of elements. */
export function groupKey({ name: kind }: XmlElement, name: string): string {
  return kind === "attributeGroup" ? `@${name}` : name;
}

export function apart(name: string): { readonly namespace: string; readonly name: string } {
  const [, namespace = "", local = name] = /^\{([^}]*)\}(.*)$/s.exec(name) ?? [];
  return { namespace, name: local };
}

/** The key of a property that is a global element. */
export function keyOf({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return inBraces({ name, namespace });
}
