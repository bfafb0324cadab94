import { FormatError } from "../file-problem";
import type { XmlName } from "../xml";
import { attribute, childNamed, childrenNamed, inBraces, parseXml, textIn, type XmlElement } from "../xml-tree";

/** What a project maps: cells, each a relation between types or between properties. */
export interface Alignment {
  readonly cells: readonly Cell[];
  /** Other alignments that this one builds on; their cells are not among `cells`. */
  readonly bases: readonly { readonly prefix: string; readonly location: string }[];
}

export interface Cell {
  readonly id?: string;
  /** Id of the transformation function. */
  readonly function: string;
  /** Whether it relates types, otherwise properties. */
  readonly isOfTypes: boolean;
  readonly source: readonly CellEntity[];
  readonly target: readonly CellEntity[];
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly priority?: string;
}

export interface CellEntity {
  /** What the function calls it, where it has several. */
  readonly name?: string;
  readonly type: string;
  readonly namespace: string;
  /** Properties from the type on; empty for the type itself. */
  readonly path: readonly CellStep[];
  /** A condition on the type. */
  readonly condition?: string;
}

export interface CellStep {
  readonly name: string;
  readonly namespace: string;
  readonly condition?: string;
}

export const alignmentNamespace = "http://www.esdi-humboldt.eu/hale/alignment";

export function parseAlignment(content: Uint8Array, file: string): Alignment {
  const root = parseXml(content, file);
  if (!isAlignment(root)) {
    const message = `it is XML, but no alignment: its first element is ${inBraces(root)}, expected is {${alignmentNamespace}}alignment`;
    throw new FormatError({ file, line: root.line, column: root.column, message });
  }
  return alignmentIn(root, file);
}

/** Before 2.6 it was `hale-alignment`, without a namespace and with other names; both are read. */
export function isAlignment({ name, namespace }: XmlName): boolean {
  return name === "hale-alignment" || (name === "alignment" && namespace === alignmentNamespace);
}

export function alignmentIn(root: XmlElement, file: string): Alignment {
  return {
    cells: childrenNamed(root, "cell").map((cell) => cellOf(cell, file)),
    bases: childrenNamed(root, "base").map((it) => ({
      prefix: attribute(it, "prefix") ?? "",
      location: attribute(it, "location") ?? "",
    })),
  };
}

function cellOf(cell: XmlElement, file: string): Cell {
  const relation = attribute(cell, "relation") ?? attribute(cell, "transformation");
  if (relation === undefined) {
    const message = "a cell names no transformation function in `relation`";
    throw new FormatError({ file, line: cell.line, column: cell.column, message });
  }
  const [id, priority] = [attribute(cell, "id") ?? attribute(cell, "cellId"), attribute(cell, "priority")];
  const target = childrenNamed(cell, "target").flatMap((it) => entityOf(it, file));
  return {
    ...(id === undefined ? {} : { id }),
    function: relation,
    isOfTypes: target.every(({ path }) => path.length === 0),
    source: childrenNamed(cell, "source").flatMap((it) => entityOf(it, file)),
    target,
    parameters: [...parameters(cell, "parameter"), ...parameters(cell, "complexParameter")],
    ...(priority === undefined ? {} : { priority }),
  };
}

function parameters(cell: XmlElement, kind: string): { readonly name: string; readonly value: string }[] {
  return childrenNamed(cell, kind).map((it) => ({
    name: attribute(it, "name") ?? "",
    value: attribute(it, "value") ?? textIn(it),
  }));
}

function entityOf(place: XmlElement, file: string): CellEntity[] {
  const name = attribute(place, "name");
  return place.children
    .filter((it) => it.name === "class" || it.name === "property")
    .map((entity) => {
      const type = childNamed(entity, "type");
      if (type === undefined) {
        const message = `a ${place.name} of a cell names no type`;
        throw new FormatError({ file, line: entity.line, column: entity.column, message });
      }
      return {
        ...(name === undefined ? {} : { name }),
        type: named(type).name,
        namespace: named(type).namespace,
        path: childrenNamed(entity, "child").map((it) => ({
          ...named(it),
          ...condition(it),
        })),
        ...condition(type, entity),
      };
    });
}

/** In attributes, or before 2.6 as the text: `{namespace}name`. */
function named(element: XmlElement): XmlName {
  const name = attribute(element, "name");
  if (name !== undefined) {
    return { name, namespace: attribute(element, "ns") ?? "" };
  }
  const [, namespace = "", local = ""] = /^(?:\{([^}]*)\})?(.*)$/s.exec(element.text.trim()) ?? [];
  return { name: local, namespace };
}

/** That of a type was, before 2.6, the `filter` of what it is in. */
function condition(element: XmlElement, around?: XmlElement): { readonly condition?: string } {
  const found = childNamed(element, "condition") ?? (around && childNamed(around, "filter"));
  const said = found === undefined ? attribute(element, "condition") : textIn(found);
  return said === undefined ? {} : { condition: said };
}
