import { attribute, childNamed, childrenNamed, inBraces, type XmlElement } from "../xml-tree";
import type { Member, Occurrence, TypeDeclaration } from "./declarations";
import { apart, groupKey, reference, xs, type Scope } from "./names";
import { occurs, once, times } from "./occurrence";

/** The type that an element or attribute has, by name or within. */
export function kindOf(
  element: XmlElement,
  scope: Scope,
): { readonly type?: string; readonly inside?: TypeDeclaration } {
  const type = attribute(element, "type");
  if (type !== undefined) {
    return { type: reference(element, type, scope) };
  }
  const inside = childNamed(element, "complexType", xs) ?? childNamed(element, "simpleType", xs);
  return inside === undefined ? {} : { inside: typeOf(inside, scope) };
}

export function typeOf(element: XmlElement, scope: Scope): TypeDeclaration {
  const name = attribute(element, "name");
  const content = childNamed(element, "complexContent", xs) ?? childNamed(element, "simpleContent", xs) ?? element;
  const derivation = childNamed(content, "extension", xs) ?? childNamed(content, "restriction", xs);
  const base = derivation === undefined ? undefined : attribute(derivation, "base");
  const isComplex = element.name === "complexType";
  const prohibited = derivation === undefined ? [] : prohibitedIn(derivation);
  return {
    ...(name === undefined ? {} : { name: inBraces({ name, namespace: scope.namespace }) }),
    isComplex,
    ...(derivation === undefined || base === undefined ? {} : { base: reference(derivation, base, scope) }),
    isRestriction: derivation?.name === "restriction",
    members: isComplex ? membersOf(derivation ?? element, scope) : [],
    ...(prohibited.length === 0 ? {} : { prohibited }),
  };
}

function prohibitedIn(derivation: XmlElement): string[] {
  return childrenNamed(derivation, "attribute", xs)
    .filter((it) => attribute(it, "use") === "prohibited")
    .map((it) => attribute(it, "name") ?? (attribute(it, "ref") ?? "").replace(/^.*:/, ""));
}

/** The elements and attributes of a type or group. */
export function membersOf(element: XmlElement, scope: Scope, around = once): Member[] {
  return element.children
    .filter(({ namespace }) => namespace === xs)
    .flatMap((child): Member[] => {
      switch (child.name) {
        case "sequence":
        case "all":
          return membersOf(child, scope, times(around, occurs(child)));
        case "choice":
          // Each of them can be missing, as another one may be chosen.
          return membersOf(child, scope, { ...times(around, occurs(child)), min: 0 });
        case "element":
          return elementIn(child, scope, times(around, occurs(child)));
        case "attribute":
          return attributeIn(child, scope);
        case "group":
        case "attributeGroup":
          return groupIn(child, scope, times(around, occurs(child)));
        default:
          return [];
      }
    });
}

function elementIn(element: XmlElement, scope: Scope, occurrence: Occurrence): Member[] {
  const isQualified = (attribute(element, "form") ?? (scope.elements ? "qualified" : "")) === "qualified";
  return property(element, scope, { isAttribute: false, isQualified, occurs: occurrence });
}

function attributeIn(element: XmlElement, scope: Scope): Member[] {
  const use = attribute(element, "use");
  const isQualified = (attribute(element, "form") ?? (scope.attributes ? "qualified" : "")) === "qualified";
  const min = use === "required" ? 1 : 0;
  return use === "prohibited"
    ? []
    : property(element, scope, { isAttribute: true, isQualified, occurs: { min, max: 1 } });
}

interface Manner {
  readonly isAttribute: boolean;
  readonly isQualified: boolean;
  readonly occurs: Occurrence;
}

function property(element: XmlElement, scope: Scope, { isQualified, ...manner }: Manner): Member[] {
  const ref = attribute(element, "ref");
  if (ref !== undefined) {
    const { namespace, name } = apart(reference(element, ref, scope));
    return [{ kind: "property", name, namespace, isReference: true, ...manner }];
  }
  const name = attribute(element, "name");
  if (name === undefined) {
    return [];
  }
  const namespace = isQualified ? scope.namespace : "";
  return [{ kind: "property", name, namespace, isReference: false, ...kindOf(element, scope), ...manner }];
}

function groupIn(element: XmlElement, scope: Scope, occurrence: Occurrence): Member[] {
  const ref = attribute(element, "ref");
  return ref === undefined
    ? []
    : [{ kind: "group", group: groupKey(element, reference(element, ref, scope)), occurs: occurrence }];
}
